import IconBack from "~icons/lucide/archive-restore";
import IconBoard from "~icons/lucide/square-kanban";
import { A } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { Show } from "solid-js";
import type { BoardView } from "#domain/boards/view.ts";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { Button } from "#web/ui/button.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { archivedBoardsQuery } from "#web/features/boards/queries.ts";

/** Boards that were archived: each can be read as it was, and brought back by whoever manages boards. */
export function ArchivedBoards() {
  const t = useTexts();
  const boards = useQuery(() => archivedBoardsQuery());
  return (
    <QueryView query={boards}>
      {(data) => (
        <Show
          when={data().items.length > 0}
          fallback={<EmptyState title={t().boardCard.archive.boardsNone} />}
        >
          <ul class="divide-y divide-line rounded-3 border border-line bg-surface">
            <EachById items={data().items}>{(board) => <Row board={board()} />}</EachById>
          </ul>
        </Show>
      )}
    </QueryView>
  );
}

function Row(props: { board: BoardView }) {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const restore = async () => {
    const { id, version, title } = props.board;
    try {
      await api("post /boards/{id}/restore", { params: { id }, body: { version } });
      toasts.show({ text: t().boardCard.archive.boardBack(title) });
    } catch (error) {
      toasts.show({ text: say(error), tone: "bad" });
    }
    await queries.invalidateQueries({ queryKey: ["boards"] });
  };
  return (
    <li class="relative flex min-h-12 items-center gap-3 px-4 py-2 hover:bg-canvas">
      <Icon of={IconBoard} class="text-ink-3" />
      <A
        href={`/boards/${props.board.id}`}
        class="min-w-0 flex-1 truncate font-medium after:absolute after:inset-0 after:rounded-3"
      >
        {props.board.title}
      </A>
      <span class="text-small text-ink-3 phone:hidden">
        {t().boardScreen.archivedOn(f().moment(props.board.archivedAt ?? props.board.updatedAt))}
      </span>
      <Show when={props.board.can.manage}>
        <Button
          size="sm"
          icon={IconBack}
          class="relative z-2"
          aria-label={`${t().boardScreen.restore}: ${props.board.title}`}
          onClick={() => void restore()}
        >
          {t().boardScreen.restore}
        </Button>
      </Show>
    </li>
  );
}
