import IconWarn from "~icons/lucide/triangle-alert";
import { For, Show } from "solid-js";
import type { ColumnChanges } from "#domain/analytics/parts/changes.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";

/** What a change makes of a data set's table. */
export interface TableChange {
  /** Read of the file. */
  rows: number;
  /** What the table has now, and how many rows it has in the end; unknown where steps drop some of both files. */
  before: { rows: number; columns: number };
  rowsAfter: number | undefined;
  after: readonly unknown[];
  rejected: number;
  changes: ColumnChanges;
  /** Columns that go or change their kind, of which the data set's SQL speaks. */
  asked: readonly string[];
}

const names = (columns: readonly { name: string }[]): string =>
  columns.map(({ name }) => name).join(", ");

/** The rows that were read, and what changes in the columns. */
export function ColumnChangesList(props: { change: TableChange }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analytics.files;
  const lines = () => {
    const { added, gone, retyped } = props.change.changes;
    return [
      ...(added.length > 0 ? [words().added(names(added))] : []),
      ...(gone.length > 0 ? [words().gone(names(gone))] : []),
      ...retyped.map(({ name, from, to }) =>
        words().retyped(name, t().analytics.kinds[from], t().analytics.kinds[to]),
      ),
    ];
  };
  return (
    <>
      <p class="num">
        {words().rowsRead(props.change.rows, f().number(props.change.rows))}
        <Show when={props.change.rejected > 0}>
          {" · "}
          {t().analytics.rejects.title(props.change.rejected, f().number(props.change.rejected))}
        </Show>
      </p>
      <dl class="num grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
        <Show when={props.change.rowsAfter} keyed>
          {(after) => (
            <Moved label={t().analytics.dataSet.rows} from={props.change.before.rows} to={after} />
          )}
        </Show>
        <Moved
          label={t().analytics.dataSet.columns}
          from={props.change.before.columns}
          to={props.change.after.length}
        />
      </dl>
      <Show when={lines().length > 0} fallback={<p class="text-ok">{words().sameColumns}</p>}>
        <ul class="flex flex-col gap-1" aria-label={words().changedColumns}>
          <For each={lines()}>{(line) => <li class="break-words">{line}</li>}</For>
        </ul>
      </Show>
      <Show when={props.change.asked.length > 0}>
        <p class="flex items-start gap-1.5 text-warn">
          <Icon of={IconWarn} size={14} class="mt-0.5" />
          <span>{words().asked(props.change.asked.join(", "))}</span>
        </p>
      </Show>
    </>
  );
}

/** A figure before and after, and by how much it moves. */
function Moved(props: { label: string; from: number; to: number }) {
  const f = useFormat();
  const t = useTexts();
  return (
    <>
      <dt class="text-ink-2">{props.label}</dt>
      <dd>
        {t().analytics.files.moved(f().number(props.from), f().number(props.to))}
        <Show when={props.to !== props.from}>
          <span class="ml-2 text-ink-3">
            ({props.to > props.from ? "+" : "−"}
            {f().number(Math.abs(props.to - props.from))})
          </span>
        </Show>
      </dd>
    </>
  );
}
