import { Show } from "solid-js";
import type { TaskView } from "#domain/boards/view.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { cx } from "#web/ui/cx.ts";
import { PriorityIcon } from "#web/ui/priority-icon.tsx";
import { CategoryIcon } from "#web/features/boards/board/category-icon.tsx";
import { DueDate } from "#web/features/boards/board/due-date.tsx";

/** A task of any board: ticked here, opened on its board. */
export function TaskRow(props: {
  task: TaskView;
  ticked: boolean;
  /** Undefined for whoever may only read. */
  onTick: (() => void) | undefined;
  /** Under its board, where there is little room: without the board's name and columns of its own. */
  compact?: boolean;
  clientName?: string | undefined;
}) {
  const t = useTexts();
  const done = () => props.ticked || props.task.category === "done";
  return (
    <li class="flex min-h-row items-center gap-2.5 pr-4 pl-4 hover:bg-canvas phone:min-h-14">
      <Show when={props.onTick}>
        <Checkbox
          label={t().tasks.finish(props.task.title)}
          labelHidden
          checked={done()}
          disabled={done()}
          onChange={(on) => on && props.onTick?.()}
        />
      </Show>
      <a
        href={`/boards/${props.task.boardId}?card=${props.task.id}`}
        class="flex min-w-0 flex-1 items-center gap-2.5 self-stretch py-1.5 outline-offset-[-2px]"
      >
        <PriorityIcon level={props.task.priority} />
        <Show when={!props.compact}>
          <span class="num w-16 shrink-0 truncate text-small text-ink-3 phone:hidden">
            {props.task.reference}
          </span>
        </Show>
        <span
          class={cx(
            "flex min-w-0 flex-1 phone:flex-col phone:items-stretch phone:gap-0",
            props.compact ? "flex-col" : "items-baseline gap-2",
          )}
        >
          <span class={cx("max-w-full truncate font-medium", done() && "text-ink-3 line-through")}>
            {props.task.title}
          </span>
          <span class="flex max-w-full min-w-0 flex-1 items-center gap-1.5 truncate text-small text-ink-2">
            <span class="truncate">
              {props.compact
                ? `${props.task.reference} · ${props.task.columnName}`
                : props.task.boardTitle}
            </span>
            <Show when={props.clientName}>
              {(name) => <span class="truncate text-ink-3">{name()}</span>}
            </Show>
          </span>
        </span>
        <Show when={!props.compact}>
          <span class="inline-flex w-32 shrink-0 items-center gap-1.5 text-small text-ink-2 phone:hidden">
            <CategoryIcon category={props.task.category} />
            <span class="truncate">{props.task.columnName}</span>
          </span>
        </Show>
        <span
          class={cx(
            "inline-flex shrink-0 items-center text-small phone:w-auto",
            !props.compact && "w-26",
          )}
        >
          <Show when={props.task.dueOn}>{(date) => <DueDate date={date()} done={done()} />}</Show>
        </span>
      </a>
    </li>
  );
}
