import IconCalendar from "~icons/lucide/calendar";
import IconLate from "~icons/lucide/calendar-x";
import IconSoon from "~icons/lucide/calendar-clock";
import { createSignal, Show } from "solid-js";
import type { TaskView } from "#domain/boards/view.ts";
import { daysBetween } from "#web/lib/calendar-date.ts";
import { dueLook } from "#web/lib/due.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { QueryView, type Shown } from "#web/lib/query-view.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { cx } from "#web/ui/cx.ts";
import { EachById } from "#web/ui/each-by-id.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { PriorityIcon } from "#web/ui/priority-icon.tsx";
import { SkeletonRows } from "#web/ui/skeleton.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { Panel } from "./panel.tsx";

const DUE = {
  late: { icon: IconLate, class: "text-bad" },
  soon: { icon: IconSoon, class: "text-warn" },
  later: { icon: IconCalendar, class: "text-ink-2" },
  done: { icon: IconCalendar, class: "text-ink-2" },
};
const SHOWN = 12;

/** Open cards of this person: those due first on top, those without a date at the end. */
export function TasksPanel(props: {
  query: Shown<{ items: TaskView[] }>;
  late: number;
  today: string;
}) {
  const t = useTexts();
  const [all, setAll] = createSignal(false);
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
      action={
        <Show
          when={!all() && props.query.isSuccess && (props.query.data?.items.length ?? 0) > SHOWN}
        >
          <TextButton class="text-ink-2" onClick={() => setAll(true)}>
            {t().home.seeAll}
          </TextButton>
        </Show>
      }
    >
      <QueryView query={props.query} skeleton={<SkeletonRows rows={6} />}>
        {(data) => (
          <Show
            when={data().items.length > 0}
            fallback={<EmptyState title={t().home.noCards} body={t().home.noCardsBody} />}
          >
            <ul class="divide-y divide-line">
              <EachById items={all() ? data().items : data().items.slice(0, SHOWN)}>
                {(task) => <TaskRow task={task()} today={props.today} />}
              </EachById>
            </ul>
          </Show>
        )}
      </QueryView>
    </Panel>
  );
}

function TaskRow(props: { task: TaskView; today: string }) {
  return (
    <li>
      <a
        href={`/boards/${props.task.boardId}?card=${props.task.id}`}
        class="flex min-h-row items-center gap-2.5 px-4 py-1.5 outline-offset-[-2px] hover:bg-canvas phone:min-h-12"
      >
        <PriorityIcon level={props.task.priority} />
        <span class="truncate font-medium phone:flex-1">{props.task.title}</span>
        <span class="min-w-0 flex-1 truncate text-ink-2 phone:hidden">{props.task.boardTitle}</span>
        <Show
          when={props.task.dueOn}
          fallback={<span class="w-26 shrink-0 phone:w-auto" aria-hidden="true" />}
        >
          {(date) => <DueDate date={date()} today={props.today} />}
        </Show>
      </a>
    </li>
  );
}

function DueDate(props: { date: string; today: string }) {
  const f = useFormat();
  const look = () => DUE[dueLook(props.date, props.today)];
  const near = () => [0, 1].includes(daysBetween(props.today, props.date));
  return (
    <time
      datetime={props.date}
      class={cx("flex w-26 shrink-0 items-center gap-1.5 phone:w-auto", look().class)}
    >
      <Icon of={look().icon} size={14} />
      <span class="truncate first-letter:uppercase">
        {near() ? f().relativeDay(props.date, props.today) : f().day(props.date)}
      </span>
    </time>
  );
}
