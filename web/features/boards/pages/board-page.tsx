import { useParams } from "@solidjs/router";
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { createResource, onCleanup, Show } from "solid-js";
import type { BoardView as Board } from "#domain/boards/view.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { session } from "#web/lib/session.ts";
import { usePage } from "#web/lib/page.tsx";
import { boardQuery } from "#web/features/boards/queries.ts";
import { openLiveBoard } from "#web/features/boards/sync/open-board.ts";
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
  const board = useQuery(() => boardQuery(props.id));
  usePage(() => ({
    title: board.isSuccess ? board.data.title : t().boardScreen.title,
    trail: [{ label: t().boardScreen.title, href: "/boards" }],
  }));
  onLive("boards", () => void queries.invalidateQueries({ queryKey: ["boards", "one"] }));
  return (
    <QueryView query={board} skeleton={<BoardSkeleton />}>
      {(data) => <Live board={data()} />}
    </QueryView>
  );
}

function Live(props: { board: Board }) {
  const [live] = createResource(
    () => props.board.id,
    async (id) => openLiveBoard(id, session.me()?.person.id ?? ""),
  );
  let gone = false;
  onCleanup(() => {
    gone = true;
    live.latest?.close();
  });
  return (
    <Show when={live.state === "ready" && !gone && live()} fallback={<BoardSkeleton />}>
      {(opened) => <OpenBoard live={opened()} board={props.board} />}
    </Show>
  );
}
