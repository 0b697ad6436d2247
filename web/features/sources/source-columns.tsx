import { createSignal, For, Show } from "solid-js";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import type { SourceColumn, SourceView } from "#domain/sources/model.ts";
import { columnIcon } from "#web/features/analytics/column-icon.ts";
import { ColumnLine } from "#web/features/analytics/data-set/column-line.tsx";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import type { SourceState } from "./source-state.ts";

const SHOWN = 12;

/** The columns of a source: those that its rows have once they are read, with what people said of them. */
export function columnsOf({ columns }: SourceView, state: SourceState): SourceColumn[] {
  if (state.kind !== "ready" || state.profiles.length === 0) return columns;
  return state.profiles.map(({ name, kind }) => ({
    ...columns.find((column) => column.name === name),
    name,
    kind,
  }));
}

/** The columns of a source: with their shapes once it is read, by name and kind before. */
export function SourceColumns(props: {
  source: SourceView;
  state: SourceState;
  onInsert: ((text: string) => void) | undefined;
}) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().workspaces.sources;
  const [all, setAll] = createSignal(false);
  const columns = () => columnsOf(props.source, props.state);
  const shown = () => (all() ? columns() : columns().slice(0, SHOWN));
  const more = () => columns().length - SHOWN;
  const profiles = () => (props.state.kind === "ready" ? props.state.profiles : []);
  return (
    <>
      <ul aria-label={words().columnsOf(props.source.title)} class="mt-1.5 flex flex-col">
        <For each={shown()}>
          {(column) => (
            <Show
              when={profiles().find(({ name }) => name === column.name)}
              fallback={<NamedColumn column={column} />}
            >
              {(profile) => (
                <ColumnLine
                  profile={profile()}
                  unit={profile().unit}
                  onInsert={
                    props.onInsert && (() => props.onInsert?.(quoteIdentifier(column.name)))
                  }
                />
              )}
            </Show>
          )}
        </For>
      </ul>
      <Show when={more() > 0}>
        <TextButton class="ml-8 text-small" onClick={() => setAll((now) => !now)}>
          {all() ? words().fewer : words().others(more(), f().number(more()))}
        </TextButton>
      </Show>
    </>
  );
}

function NamedColumn(props: { column: SourceColumn }) {
  return (
    <li class="flex h-7 items-center gap-2 px-2 phone:h-11" title={props.column.description}>
      <Icon of={columnIcon(props.column.kind)} size={14} class="shrink-0 text-ink-3" />
      <span class="min-w-0 flex-1 truncate">{props.column.name}</span>
    </li>
  );
}
