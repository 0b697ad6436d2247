import IconCopy from "~icons/lucide/copy-plus";
import IconEdit from "~icons/lucide/pencil";
import IconUntouched from "~icons/lucide/filter-x";
import IconFilter from "~icons/lucide/list-filter";
import IconDownload from "~icons/lucide/download";
import IconPicture from "~icons/lucide/image";
import IconMore from "~icons/lucide/ellipsis";
import IconRows from "~icons/lucide/rows-3";
import IconTable from "~icons/lucide/table-2";
import IconTrash from "~icons/lucide/trash-2";
import IconUp from "~icons/lucide/arrow-up-right";
import { createEffect, createSignal, on, onCleanup, Show, type JSX } from "solid-js";
import type { PivotOrder } from "#domain/analytics/chart/pivot.ts";
import type { WidgetView } from "#domain/dashboards/model.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { sortedRows } from "#web/features/analytics/query/sorted-rows.ts";
import type { ShownTable } from "#web/features/dashboards/export/tables.ts";
import { createTaking } from "#web/features/dashboards/export/taking.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { cx } from "#web/ui/cx.ts";
import type { GridSort } from "#web/ui/grid/column.ts";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import type { MenuEntry } from "#web/ui/menu-entry.ts";
import { useToasts } from "#web/ui/toast-store.ts";
import { chartOf } from "./chart-of.ts";
import { WidgetBody } from "./widget-body.tsx";
import { createWidgetResult } from "./widget-result.ts";
import { RowsSheet } from "./rows-sheet.tsx";

/** One widget: its title, what can be done with it, and what it shows. `handle` moves and resizes it while the dashboard is edited. */
export function WidgetCard(props: { widget: WidgetView; handle?: JSX.Element | undefined }) {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const { widgets, filters, editing, edit, results, shown } = useDashboard();
  const taking = createTaking();
  const result = createWidgetResult(() => props.widget);
  const [asTable, setAsTable] = createSignal(false);
  const [sort, setSort] = createSignal<GridSort>();
  const [order, setOrder] = createSignal<PivotOrder>();
  const [rows, setRows] = createSignal(false);
  let card!: HTMLElement;
  const words = () => t().dashboards;
  const widget = () => props.widget;
  const selects = () => filters.selectionOf(widget().id) !== undefined;
  const figures = () => widget().kind !== "text";
  const fail = (error: unknown) => void toasts.show({ text: say(error), tone: "bad" });

  const remove = async () => {
    const { id: initialId, title } = widget();
    const undo = await widgets.remove(widget());
    const holds = () => !widgets.find(initialId);
    toasts.show({ text: words().widget.removed(title), onUndo: undo, holds });
  };
  const duplicate = () => {
    const { title, kind, sql, text, sourceIds, chart, layout } = widget();
    const copy = {
      title: words().widget.copyOf(title).slice(0, 200),
      kind,
      sql,
      text,
      sourceIds,
      chart,
    };
    void widgets
      .add({ ...copy, layout: { ...layout, y: Math.min(999, layout.y + layout.h) } })
      .catch(fail);
  };
  /** What stands on the card now, as exports take it. */
  const table = (): ShownTable | undefined => {
    const found = results.get(widget().id);
    if (!found) return undefined;
    const spec = asTable() ? null : chartOf(widget(), found);
    const ordered = { ...found, rows: sortedRows(found, sort()) };
    return { title: widget().title, result: spec ? found : ordered, spec, order: order() };
  };
  createEffect(
    on(
      () => widget().id,
      (id) => {
        shown.set(id, table);
        onCleanup(() => shown.delete(id));
      },
    ),
  );
  createEffect(on(asTable, () => setSort(undefined), { defer: true }));
  const csv = () => {
    const found = table();
    if (found) void taking.csv(found).catch(fail);
  };
  const picture = () => void taking.picture(card, widget().title).catch(fail);
  const menu = (): MenuEntry[] => [
    ...(figures()
      ? ([
          { label: words().widget.rows, icon: IconRows, onSelect: () => setRows(true) },
          { label: words().widget.csv, icon: IconDownload, onSelect: csv },
        ] satisfies MenuEntry[])
      : []),
    { label: words().widget.picture, icon: IconPicture, onSelect: picture },
    ...(widget().can.write
      ? ([
          { label: words().widget.edit, icon: IconEdit, onSelect: () => edit(widget()) },
          { label: words().widget.duplicate, icon: IconCopy, onSelect: duplicate },
          { kind: "separator" },
          {
            label: words().widget.remove,
            icon: IconTrash,
            danger: true,
            onSelect: () => void remove().catch(fail),
          },
        ] satisfies MenuEntry[])
      : []),
  ];
  const small = () => widget().kind === "number";
  return (
    <section
      ref={card}
      aria-label={widget().title}
      data-widget={widget().id}
      class={cx(
        "flex h-full min-h-0 flex-col rounded-3 border bg-surface print:h-auto print:min-w-0",
        small() && "flat:flex-row flat:items-center flat:gap-2 flat:pl-4 flat:pr-2",
        selects() ? "border-accent ring-1 ring-accent" : "border-line",
      )}
    >
      <header
        class={cx(
          "flex shrink-0 items-center gap-1 pl-4 pr-2 phone:items-start phone:py-1.5",
          small() ? "pt-2 flat:contents" : "min-h-11",
        )}
      >
        {props.handle}
        <h2
          class={cx(
            "min-w-0 truncate phone:my-1 phone:line-clamp-3 phone:whitespace-normal phone:wrap-anywhere",
            small() ? "text-ink-2 flat:flex-1 phone:text-small" : "font-semibold",
          )}
          title={widget().title}
        >
          {widget().title}
        </h2>
        <span class="ml-auto flex shrink-0 items-center gap-0.5 flat:order-1 flat:ml-0 print:hidden">
          <Show when={result.untouched().length > 0}>
            <span
              class="inline-flex min-w-0 items-center gap-1 text-small text-ink-3"
              title={words().widget.untouched(result.untouched().join(", "))}
            >
              <Icon of={IconUntouched} size={12} class="shrink-0" />
              <span class="sr-only">{words().widget.untouched(result.untouched().join(", "))}</span>
            </span>
          </Show>
          <Show when={selects()}>
            <span class="inline-flex h-5 items-center gap-1 rounded-1 bg-accent-soft px-1.5 text-small text-accent-ink">
              <Icon of={IconFilter} size={12} />
              {words().widget.filtersAll}
            </span>
          </Show>
          <Show when={small() && !editing()}>
            <IconButton
              size="sm"
              icon={IconUp}
              label={words().widget.rows}
              onClick={() => setRows(true)}
            />
          </Show>
          <Show when={widget().kind === "chart"}>
            <IconButton
              size="sm"
              icon={IconTable}
              label={asTable() ? words().widget.chart : words().widget.table}
              pressed={asTable()}
              onClick={() => setAsTable(!asTable())}
            />
          </Show>
          <Show when={!small() || editing()}>
            <DropdownMenu
              placement="bottom-end"
              items={menu()}
              trigger={(attributes) => (
                <IconButton
                  {...attributes}
                  size="sm"
                  quiet
                  icon={IconMore}
                  label={words().widget.more(widget().title)}
                />
              )}
            />
          </Show>
        </span>
      </header>
      <div
        class={cx(
          "min-h-0 flex-1 px-4",
          small()
            ? "relative overflow-x-hidden overflow-y-auto pb-3 print:overflow-visible flat:max-h-full flat:flex-none flat:p-0"
            : "pb-4",
        )}
      >
        <WidgetBody
          widget={widget()}
          result={result}
          asTable={asTable()}
          printed={table}
          onSorted={setSort}
          onOrder={setOrder}
        />
      </div>
      <Show when={rows()}>
        <RowsSheet widget={widget()} result={result} onClose={() => setRows(false)} />
      </Show>
    </section>
  );
}
