import IconFile from "~icons/lucide/file-spreadsheet";
import { For, Show } from "solid-js";
import { bytesOf, type DataSet } from "#domain/analytics/data-set.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { seconds } from "#web/features/analytics/seconds.ts";
import { StaysNote } from "#web/features/sources/stays-note.tsx";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { ColumnLine } from "./column-line.tsx";

/** The file and its columns, each with its shape in small and its profile on a click. */
export function ColumnsPanel(props: { dataSet: DataSet; onInsert: (text: string) => void }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analytics.dataSet;
  return (
    <div class="flex flex-col gap-3 p-3">
      <section
        class="rounded-card border border-accent-line bg-surface p-3"
        aria-label={props.dataSet.fileName}
      >
        <h2 class="flex items-center gap-2 font-semibold">
          <Icon of={IconFile} class="shrink-0 text-accent" />
          <span class="truncate">{props.dataSet.fileName}</span>
        </h2>
        <p class="num mt-1 text-small text-ink-2">
          {words().info(
            props.dataSet.rows,
            f().number(props.dataSet.rows),
            props.dataSet.profiles.length,
            f().number(props.dataSet.profiles.length),
          )}
        </p>
        <Show when={props.dataSet.rejected > 0}>
          <p class="num text-small text-warn">
            {t().analytics.rejects.title(
              props.dataSet.rejected,
              f().number(props.dataSet.rejected),
            )}
          </p>
        </Show>
        <p class="num text-small text-ink-3">
          {words().read(f().bytes(bytesOf(props.dataSet)), seconds(props.dataSet.ms, f()))}
        </p>
        <StaysNote dataSet={props.dataSet} />
      </section>
      <ul aria-label={words().columns} class="flex flex-col">
        <For each={props.dataSet.profiles}>
          {(profile) => (
            <ColumnLine
              profile={profile}
              unit={props.dataSet.reading.columns.find(({ name }) => name === profile.name)?.unit}
              onInsert={() => props.onInsert(quoteIdentifier(profile.name))}
            />
          )}
        </For>
      </ul>
    </div>
  );
}
