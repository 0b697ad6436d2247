import { useSearchParams } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { createEffect, createMemo, on, Show, type JSX } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { usePage } from "#web/lib/page.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useInfiniteQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { today } from "#web/lib/today.ts";
import { Button } from "#web/ui/button.tsx";
import { cx } from "#web/ui/cx.ts";
import { EachById } from "#web/ui/each-by-id.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { SkeletonRows } from "#web/ui/skeleton.tsx";
import { createNames } from "#web/features/boards/board/room-names.ts";
import { groupTasks, isShown, type TaskGroup } from "./groups.ts";
import { MentionList } from "./mention-list.tsx";
import { myTasksQuery } from "./queries.ts";
import { TaskFilters } from "./task-filters.tsx";
import { TaskRow } from "./task-row.tsx";
import { useFinish } from "./use-finish.ts";

type Search = { tab?: string; q?: string; board?: string; priority?: string };

const may = () => session.can("boards.write");

/** The open cards of this person on every board, by due date, and where they were mentioned. */
export function TasksPage() {
  const t = useTexts();
  const [search, setSearch] = useSearchParams<Search>();
  usePage(() => ({ title: t().tasks.title }));
  const tab = () => (search.tab === "mentions" ? "mentions" : "assigned");
  return (
    <div class="mx-auto w-full max-w-240 px-6 py-5 phone:px-0 phone:py-3">
      <h1 class="sr-only">{t().tasks.title}</h1>
      <div class="mb-4 phone:px-4">
        <SegmentedControl
          label={t().tasks.tabs}
          options={[
            { value: "assigned" as const, label: t().tasks.assigned },
            { value: "mentions" as const, label: t().tasks.mentions },
          ]}
          value={tab()}
          onChange={(value) =>
            setSearch({ tab: value === "assigned" ? undefined : value }, { scroll: false })
          }
        />
      </div>
      <Show when={tab() === "mentions"} fallback={<Assigned />}>
        <MentionList />
      </Show>
    </div>
  );
}

function Assigned() {
  const t = useTexts();
  const queries = useQueryClient();
  const finish = useFinish();
  const names = createNames();
  const [search, setSearch] = useSearchParams<Search>();
  const found = useInfiniteQuery(() => myTasksQuery(session.me()?.person.id ?? ""));
  onLive("tasks", () => void queries.invalidateQueries({ queryKey: ["tasks"] }));
  onLive("boards", () => void queries.invalidateQueries({ queryKey: ["tasks"] }));
  // What was read anew tells by itself what is done.
  createEffect(on(() => found.dataUpdatedAt, finish.forget, { defer: true }));
  const all = createMemo(() =>
    found.isSuccess ? found.data.pages.flatMap(({ items }) => items) : [],
  );
  const filter = () => ({ text: search.q, board: search.board, priority: search.priority });
  const shown = createMemo(() => all().filter((task) => isShown(task, filter())));
  const groups = createMemo(() => groupTasks(shown(), today()));
  const clear = () => setSearch({ q: undefined, board: undefined, priority: undefined });
  return (
    <QueryView query={found} skeleton={<SkeletonRows rows={8} />}>
      {() => (
        <Show
          when={all().length > 0}
          fallback={<EmptyState title={t().tasks.none} body={t().tasks.noneBody} />}
        >
          <TaskFilters tasks={all()} count={shown().length} />
          <EachById items={groups()}>
            {(group) => (
              <Group group={group()}>
                <EachById items={group().tasks}>
                  {(task) => (
                    <TaskRow
                      task={task()}
                      clientName={names.clientName(task().clientId)}
                      ticked={finish.isTicked(task())}
                      onTick={may() ? () => void finish.finish(task()) : undefined}
                    />
                  )}
                </EachById>
              </Group>
            )}
          </EachById>
          <Show when={shown().length === 0}>
            <EmptyState
              title={t().tasks.noMatch}
              body={t().tasks.noMatchBody}
              actions={<Button onClick={clear}>{t().tasks.clear}</Button>}
            />
          </Show>
          <Show when={found.hasNextPage}>
            <div class="mt-4 text-center">
              <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                {t().tasks.more}
              </Button>
            </div>
          </Show>
        </Show>
      )}
    </QueryView>
  );
}

function Group(props: { group: TaskGroup; children: JSX.Element }) {
  const t = useTexts();
  return (
    <section aria-labelledby={`tasks-${props.group.id}`} class="mb-5">
      <h2
        id={`tasks-${props.group.id}`}
        class={cx(
          "flex items-baseline gap-2 pb-1.5 font-semibold phone:px-4",
          props.group.id === "late" && "text-bad",
        )}
      >
        {t().tasks.groups[props.group.id]}
        <span class="num text-small font-normal text-ink-3">{props.group.tasks.length}</span>
      </h2>
      <ul class="divide-y divide-line overflow-hidden rounded-3 border border-line bg-surface phone:rounded-none phone:border-x-0">
        {props.children}
      </ul>
    </section>
  );
}
