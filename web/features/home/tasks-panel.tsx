import IconCalendar from "~icons/lucide/calendar";
import IconLate from "~icons/lucide/calendar-x";
import IconSoon from "~icons/lucide/calendar-clock";
import { A } from "@solidjs/router";
import { For, Show, type ComponentProps } from "solid-js";
import type { TaskView } from "#domain/boards/view.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { cx } from "#web/ui/cx.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { PriorityIcon } from "#web/ui/priority-icon.tsx";
import { SkeletonRows } from "#web/ui/skeleton.tsx";
import { Panel } from "./panel.tsx";
import { dueState } from "./today.ts";

const DUE = {
  late: { icon: IconLate, class: "text-bad" },
  soon: { icon: IconSoon, class: "text-warn" },
  later: { icon: IconCalendar, class: "text-ink-2" },
};
const SHOWN = 12;

/** Open cards of this person that have a due date, those due first on top. */
export function TasksPanel(props: {
  query: ComponentProps<typeof QueryView>["query"];
  tasks: readonly TaskView[];
  late: number;
  today: string;
}) {
  const t = useTexts();
  const f = useFormat();
  const due = (task: TaskView) => {
    const date = task.dueOn ?? props.today;
    const days = (Date.parse(date) - Date.parse(props.today)) / 86_400_000;
    return days === 0 || days === 1 ? f().relativeDay(date, props.today) : f().day(date);
  };
  return (
    <Panel
      id="tasks"
      title={t().home.yourCards}
      aside={
        <Show when={props.late > 0}>
          <Chip tone="bad" icon={IconLate}>
            {t().home.cardsLate(props.late)}
          </Chip>
        </Show>
      }
    >
      <QueryView query={props.query} skeleton={<SkeletonRows rows={6} />}>
        {() => (
          <Show
            when={props.tasks.length > 0}
            fallback={<EmptyState title={t().home.noCards} body={t().home.noCardsBody} />}
          >
            <ul class="divide-y divide-line">
              <For each={props.tasks.slice(0, SHOWN)}>
                {(task) => {
                  const look = () => DUE[dueState(task.dueOn ?? props.today, props.today)];
                  return (
                    <li>
                      <A
                        href={`/boards/${task.boardId}?card=${task.id}`}
                        class="flex min-h-row items-center gap-2.5 px-4 py-1.5 outline-offset-[-2px] hover:bg-canvas"
                      >
                        <PriorityIcon level={task.priority} />
                        <span class="truncate font-medium">{task.title}</span>
                        <span class="min-w-0 flex-1 truncate text-ink-2 phone:hidden">
                          {task.boardTitle}
                        </span>
                        <span
                          class={cx(
                            "ml-auto flex shrink-0 items-center gap-1.5 first-letter:uppercase",
                            look().class,
                          )}
                        >
                          <Icon of={look().icon} size={14} />
                          <span class="first-letter:uppercase">{due(task)}</span>
                        </span>
                      </A>
                    </li>
                  );
                }}
              </For>
            </ul>
          </Show>
        )}
      </QueryView>
    </Panel>
  );
}
