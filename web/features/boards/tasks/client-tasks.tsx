import { useQueryClient } from "@tanstack/solid-query";
import { createEffect, createMemo, createSignal, on, Show, type JSX } from "solid-js";
import type { TaskView } from "#domain/boards/view.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { EachById } from "#web/ui/each-by-id.tsx";
import { SkeletonRows } from "#web/ui/skeleton.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { clientTasksQuery } from "./queries.ts";
import { QuickTask } from "./quick-task.tsx";
import { TaskRow } from "./task-row.tsx";
import { useFinish } from "./use-finish.ts";

/** Tasks of one board: open ones as they are due, done ones behind a button. */
interface BoardTasks {
  id: string;
  title: string;
  open: readonly TaskView[];
  done: readonly TaskView[];
}

/** Tasks under their boards; the board with the most open ones first. */
export function byBoard(tasks: readonly TaskView[]): readonly BoardTasks[] {
  const boards = [...Map.groupBy(tasks, (task) => task.boardId)].map(([id, found]) => ({
    id,
    title: found[0]?.boardTitle ?? "",
    open: found.filter(({ category }) => category !== "done"),
    done: found.filter(({ category }) => category === "done"),
  }));
  return boards.toSorted((a, b) => b.open.length - a.open.length || a.title.localeCompare(b.title));
}

const may = () => session.can("boards.write");

/** The cards of a client on every board, live, with a way to add one. */
export function ClientTasks(props: { clientId: string }) {
  const t = useTexts();
  const queries = useQueryClient();
  const finish = useFinish();
  const found = useQuery(() => clientTasksQuery(props.clientId));
  const again = () => void queries.invalidateQueries({ queryKey: ["tasks"] });
  onLive("tasks", again);
  onLive("boards", again);
  createEffect(on(() => found.dataUpdatedAt, finish.forget, { defer: true }));
  const boards = createMemo(() => byBoard(found.isSuccess ? found.data.items : []));
  return (
    <section aria-labelledby="client-tasks" class="mt-5">
      <h3 id="client-tasks" class="mb-2 font-semibold">
        {t().tasks.ofClient}
      </h3>
      <QueryView query={found} skeleton={<SkeletonRows rows={2} />}>
        {() => (
          <Show
            when={boards().length > 0}
            fallback={<p class="mb-2 text-ink-3">{t().tasks.noneOfClient}</p>}
          >
            <EachById items={boards()}>
              {(board) => (
                <OfBoard board={board()}>
                  {(task) => (
                    <TaskRow
                      task={task()}
                      compact
                      ticked={finish.isTicked(task())}
                      onTick={may() ? () => void finish.finish(task()) : undefined}
                    />
                  )}
                </OfBoard>
              )}
            </EachById>
          </Show>
        )}
      </QueryView>
      <Show when={may()}>
        <QuickTask clientId={props.clientId} board={boards()[0]?.id} onAdded={again} />
      </Show>
    </section>
  );
}

function OfBoard(props: { board: BoardTasks; children: (task: () => TaskView) => JSX.Element }) {
  const t = useTexts();
  const [all, setAll] = createSignal(false);
  const shown = () => (all() ? [...props.board.open, ...props.board.done] : props.board.open);
  return (
    <div class="mb-3">
      <h4 class="flex items-baseline gap-2 pb-1 text-small text-ink-2">
        <span class="truncate">{props.board.title}</span>
        <span class="num text-ink-3">{props.board.open.length}</span>
        <span class="flex-1" />
        <Show when={!all() && props.board.done.length > 0}>
          <TextButton class="text-small" onClick={() => setAll(true)}>
            {t().tasks.showDone(props.board.done.length)}
          </TextButton>
        </Show>
      </h4>
      <Show when={shown().length > 0}>
        <ul class="divide-y divide-line overflow-hidden rounded-3 border border-line bg-surface">
          <EachById items={shown()}>{(task) => props.children(task)}</EachById>
        </ul>
      </Show>
    </div>
  );
}
