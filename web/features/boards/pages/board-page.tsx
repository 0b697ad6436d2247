import { useParams } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { createEffect, onCleanup, Show } from "solid-js";
import type { BoardView as Board } from "#domain/boards/view.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { isMissing } from "#web/lib/api-problem.ts";
import { QueryView } from "#web/lib/query-view.tsx";
import { createResource } from "#web/lib/resource.ts";
import { session } from "#web/lib/session.ts";
import { usePage } from "#web/lib/page.tsx";
import { useQuery } from "#web/lib/query.ts";
import { boardListQuery, boardQuery } from "#web/features/boards/queries.ts";
import { takeBoard } from "#web/features/boards/sync/early.ts";
import type { LiveBoard } from "#web/features/boards/sync/board-store.ts";
import { MissingBoard } from "./missing-board.tsx";
import { BoardSkeleton } from "./board-skeleton.tsx";
import { OpenBoard } from "./open-board.tsx";

/** One board: its name from the list of boards, its columns and cards live. */
export function BoardPage() {
  const params = useParams<{ id: string }>();
  return (
    <Show when={params.id} keyed>
      {(id) => <BoardOf id={id} />}
    </Show>
  );
}

function BoardOf(props: { id: string }) {
  const t = useTexts();
  const queries = useQueryClient();
  // What the list of boards knows is enough to begin with.
  const listed = (id: string) =>
    queries.getQueryData(boardListQuery().queryKey)?.items.find((one) => one.id === id);
  const board = useQuery(() => ({
    ...boardQuery(props.id),
    placeholderData: () => listed(props.id),
  }));
  // Opened beside the record: neither needs the other. The id never changes within this component.
  // oxlint-disable-next-line solid/reactivity
  const live = takeBoard(props.id, session.me()?.person.id ?? "");
  onCleanup(() => void live.then((opened) => opened.close()));
  usePage(() => ({
    title: board.isSuccess ? board.data.title : t().boardScreen.title,
    trail: board.isSuccess ? [{ label: t().boardScreen.title, href: "/boards" }] : [],
  }));
  // The record, and the boards in the rail beside it.
  onLive("boards", () => {
    for (const part of ["one", "list"])
      void queries.invalidateQueries({ queryKey: ["boards", part] });
  });
  const missing = () => isMissing(board.error);
  // Nobody waits for a board that is not there: its socket would be asked for again and again.
  createEffect(() => missing() && void live.then((opened) => opened.close()));
  return (
    <Show when={!missing()} fallback={<MissingBoard />}>
      <QueryView query={board} skeleton={<BoardSkeleton />}>
        {(data) => <Live board={data()} live={live} />}
      </QueryView>
    </Show>
  );
}

function Live(props: { board: Board; live: Promise<LiveBoard> }) {
  const [live] = createResource(
    () => props.live,
    (opening) => opening,
  );
  return (
    <Show when={live.state === "ready" && live()} fallback={<BoardSkeleton />}>
      {(opened) => <OpenBoard live={opened()} board={props.board} />}
    </Show>
  );
}
