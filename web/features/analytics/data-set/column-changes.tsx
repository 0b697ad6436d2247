import IconWarn from "~icons/lucide/triangle-alert";
import { For, Show } from "solid-js";
import type { ColumnChanges } from "#domain/analytics/parts/changes.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";

/** What a change makes of a data set's table. */
export interface TableChange {
  rows: number;
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
