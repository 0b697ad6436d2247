import IconChevron from "~icons/lucide/chevron-down";
import { createMemo, For, Show } from "solid-js";
import { unwrap } from "solid-js/store";
import type { ColumnKind, ColumnReading } from "#domain/analytics/reading.ts";
import { columnDigits } from "#domain/analytics/chart/figure.ts";
import { cellText } from "#web/features/analytics/cell-text.ts";
import { columnIcon } from "#web/features/analytics/column-icon.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { columnMenu } from "./column-menu.ts";
import type { Import } from "./import-state.ts";
import { shownColumns, type ShownColumn } from "./shown-columns.ts";
import type { StepKind } from "./step-draft.ts";
import { lineNumbers } from "./line-numbers.ts";
import { PreviewCell } from "./preview-cell.tsx";

const isFigure = ({ kind }: ColumnReading): boolean => kind === "integer" || kind === "number";

/** The first rows as they were read. The head of a column tells its kind and holds its menu. */
export function PreviewTable(props: {
  job: Import;
  /** `at` is the place in the file; none for a column that a step changed or made. */
  onRename: (name: string, at: number | undefined) => void;
  onStep: (step: StepKind, column: string) => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analytics;
  const reading = () => props.job.state.reading;
  // As they are read, those left out among them; what steps make of them stands in their place.
  const columns = createMemo((): ShownColumn[] => shownColumns(props.job.state));
  // A preview is replaced as a whole: its thousands of cells need no tracking of their own.
  const preview = createMemo(() => unwrap(props.job.state.preview));
  const rows = () => preview()?.rows ?? [];
  const places = createMemo(
    () => new Map(preview()?.columns.map(({ name }, position) => [name, position])),
  );
  const cellOf = (row: readonly Cell[], name: string): Cell =>
    row[places().get(name) ?? -1] ?? null;
  /** Decimals of the columns of figures: those that are there, of amounts in a currency two where any has some. */
  const digits = createMemo(
    () =>
      new Map(
        columns()
          .filter(({ column }) => column.kind === "number")
          .map(({ column: { name, unit } }) => {
            const found = columnDigits(rows().map((row) => cellOf(row, name)));
            return [
              name,
              found > 0 && unit !== undefined && unit !== "%" ? Math.max(found, 2) : found,
            ];
          }),
      ),
  );
  const lines = () => {
    const { imported, cleaned, sniffed } = props.job.state;
    return imported && cleaned && !props.job.several && props.job.lines() === "first"
      ? lineNumbers({ ...imported, ...cleaned, starts: sniffed?.lines ?? [] })
      : [];
  };
  const retype = (column: ColumnReading, at: number | undefined, kind: ColumnKind) => {
    if (at !== undefined) props.job.chooseColumn(at, { kind });
    else props.job.setSteps([...steps(), { do: "type", column: column.name, kind }]);
  };
  const steps = () => props.job.choices().steps ?? [];
  const toCheck = (column: ColumnReading) => {
    const dates = props.job.state.sniffed?.evidence.dates;
    return dates?.sure === false && column.format?.startsWith("%Y") === false;
  };
  return (
    <div
      class="min-h-0 flex-1 overflow-auto phone:max-h-110 phone:flex-none"
      role="group"
      aria-label={words().preview.title}
    >
      <table class="min-w-full border-separate border-spacing-0 text-left">
        <thead class="sticky top-0 z-sticky bg-canvas">
          <tr>
            <th class="num w-12 min-w-12 border-b border-line px-3 text-right font-normal text-ink-3">
              <span class="sr-only">{words().rejects.line}</span>
              <Show when={reading()?.header}>{f().number((reading()?.titleLines ?? 0) + 1)}</Show>
            </th>
            <For each={columns()}>
              {({ column, at }) => (
                <th
                  scope="col"
                  class={cx(
                    "border-b px-3 py-1 align-top font-normal",
                    isFigure(column) && "text-right",
                    toCheck(column) ? "border-b-2 border-warn-mark" : "border-line",
                    column.skipped && "opacity-50",
                  )}
                >
                  <DropdownMenu
                    items={columnMenu(column, words(), {
                      onKind: (kind) => retype(column, at, kind),
                      onRename: () => props.onRename(column.name, at),
                      onSkip:
                        at === undefined
                          ? undefined
                          : (skipped) => props.job.chooseColumn(at, { skipped }),
                      onStep: (step) => props.onStep(step, column.name),
                    })}
                    trigger={(attributes) => (
                      <button
                        type="button"
                        {...attributes}
                        aria-label={words().column.menu(column.name)}
                        class="-mx-1.5 inline-flex max-w-60 items-center gap-1 rounded-2 px-1.5 font-semibold hover:bg-hover"
                      >
                        <span class="truncate">{column.name}</span>
                        <Icon of={IconChevron} size={12} class="text-ink-3" />
                      </button>
                    )}
                  />
                  <span
                    class={cx(
                      "flex items-center gap-1 whitespace-nowrap text-small text-ink-3",
                      isFigure(column) && "justify-end",
                    )}
                  >
                    <Icon of={columnIcon(column.kind, column.unit)} size={12} />
                    {column.skipped ? words().column.skipped : words().kinds[column.kind]}
                    <Show when={column.kind === "date" && column.format?.startsWith("%d")}>
                      {" · "}
                      {words().options.dmy}
                    </Show>
                    <Show when={column.kind === "date" && column.format?.startsWith("%m")}>
                      {" · "}
                      {words().options.mdy}
                    </Show>
                  </span>
                </th>
              )}
            </For>
            <td aria-hidden="true" class="w-full border-b border-line" />
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {(row, at) => (
              <tr class="hover:bg-hover">
                <td class="num h-8 border-b border-line px-3 text-right text-ink-3">
                  <Show when={lines()[at()]}>{(line) => f().number(line())}</Show>
                </td>
                <For each={columns()}>
                  {({ column }) => (
                    <td
                      class={cx(
                        "h-8 max-w-80 truncate border-b border-line px-3",
                        isFigure(column) && "num text-right",
                      )}
                    >
                      <PreviewCell
                        cell={cellOf(row, column.name)}
                        text={cellText(
                          cellOf(row, column.name),
                          column.kind,
                          f(),
                          words().preview,
                          digits().get(column.name),
                        )}
                      />
                    </td>
                  )}
                </For>
                <td aria-hidden="true" class="border-b border-line" />
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
