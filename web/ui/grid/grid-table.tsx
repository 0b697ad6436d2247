import { createVirtualizer, defaultRangeExtractor, type Range } from "@tanstack/solid-virtual";
import {
  createEffect,
  createMemo,
  createSignal,
  For,
  Match,
  on,
  onMount,
  Show,
  Switch,
} from "solid-js";
import { cx } from "#web/ui/cx.ts";
import { gridKeys } from "./grid-keys.ts";
import { GridFoot } from "./grid-foot.tsx";
import { GridHead } from "./grid-head.tsx";
import { HEAD_PX, type DataGridProps } from "./grid-props.ts";
import { GridRow } from "./grid-row.tsx";
import { GridSkeleton } from "./grid-skeleton.tsx";
import { createGridState } from "./grid-state.ts";
import { GroupRow } from "./group-row.tsx";
import type { CellPlace } from "./navigate.ts";

/** The table form of a DataGrid. */
export function GridTable<Row>(props: DataGridProps<Row>) {
  const grid = createGridState(props);
  let element!: HTMLDivElement;
  const [box, setBox] = createSignal<HTMLDivElement | null>(null);
  const [slid, setSlid] = createSignal(false);
  const rowHeight = () => props.rowHeight ?? 36;
  const hasFoot = createMemo(() => grid.columns().some((column) => column.foot));
  const footPx = () => (hasFoot() ? HEAD_PX : 0);

  const rows = createVirtualizer<HTMLDivElement, HTMLDivElement>({
    get count() {
      return grid.entries().length;
    },
    getScrollElement: box,
    estimateSize: () => rowHeight(),
    overscan: 8,
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
    get scrollPaddingEnd() {
      return footPx();
    },
    // The active row stays in the page, so that scrolling never loses the focus.
    get rangeExtractor() {
      const active = grid.active().row;
      return (range: Range) => {
        const shown = defaultRangeExtractor(range);
        if (active < 0 || active >= range.count || shown.includes(active)) return shown;
        return [...shown, active].toSorted((a, b) => a - b);
      };
    },
  });
  // Not before it is in the page: an element of a template has no window to observe it with.
  onMount(() => setBox(element));
  createEffect(on(rowHeight, () => rows.measure(), { defer: true }));
  createEffect(() => {
    const last = rows.getVirtualItems().at(-1);
    if (last && last.index >= grid.entries().length - 10) props.onEnd?.();
  });
  createEffect(() => {
    const { rows: count } = grid.size();
    if (count > 0 && grid.active().row >= count)
      grid.setActive({ row: count - 1, column: grid.active().column });
  });

  const focus = (place: CellPlace) => {
    grid.setActive(place);
    if (place.row >= 0) rows.scrollToIndex(place.row, { align: "auto" });
    const cell = box()?.querySelector<HTMLElement>(`[data-cell="${place.row}:${place.column}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  };

  let draft: (() => void) | undefined;
  const drafts = {
    set: (save: () => void) => {
      draft = save;
    },
    save: () => {
      const save = draft;
      drafts.drop();
      save?.();
    },
    drop: () => {
      draft = undefined;
      grid.setEditing(undefined);
    },
  };
  const onKeyDown = gridKeys(grid, {
    focus,
    page: () => Math.max(1, Math.floor((box()?.clientHeight ?? 0) / rowHeight()) - 2),
    saveDraft: drafts.save,
    dropDraft: drafts.drop,
  });
  const onFocusIn = (event: FocusEvent) => {
    const place = (event.target as HTMLElement).closest<HTMLElement>("[data-cell]")?.dataset[
      "cell"
    ];
    const [row, column] = place?.split(":").map(Number) ?? [];
    if (row !== undefined && column !== undefined) grid.setActive({ row, column });
  };
  const busy = () => Boolean(props.loading && grid.entries().length === 0);

  return (
    <div
      ref={element}
      role="grid"
      tabIndex={-1}
      aria-label={props.label}
      aria-rowcount={(props.total ?? grid.entries().length) + 1 + (hasFoot() ? 1 : 0)}
      aria-colcount={grid.size().columns}
      aria-multiselectable={grid.selectable() ? "true" : undefined}
      aria-busy={props.loading ? "true" : undefined}
      onKeyDown={onKeyDown}
      onFocusIn={onFocusIn}
      onScroll={(event) => setSlid(event.currentTarget.scrollLeft > 0)}
      style={{ "--grid-columns": grid.tracks().template }}
      class={cx("relative h-full min-h-0 overflow-auto bg-surface outline-none", props.class)}
    >
      <div
        role="presentation"
        data-slid={slid() ? "" : undefined}
        style={{ "min-width": `${grid.tracks().width}px` }}
        class="group/grid flex min-h-full flex-col"
      >
        <GridHead grid={grid} height={HEAD_PX} />
        <Switch
          fallback={
            <div
              role="rowgroup"
              class="relative shrink-0"
              style={{ height: `${rows.getTotalSize()}px` }}
            >
              <For each={rows.getVirtualItems()}>
                {(item) => {
                  const entry = () => grid.entries()[item.index];
                  const row = () => {
                    const at = entry();
                    return at?.kind === "row" ? at : undefined;
                  };
                  const group = () => {
                    const at = entry();
                    return at?.kind === "group" ? at : undefined;
                  };
                  return (
                    <>
                      <Show when={row()}>
                        {(at) => (
                          <GridRow
                            grid={grid}
                            row={at().row}
                            id={at().id}
                            index={item.index}
                            top={item.start - HEAD_PX}
                            height={item.size}
                            drafts={drafts}
                          />
                        )}
                      </Show>
                      <Show when={group()}>
                        {(at) => (
                          <GroupRow
                            grid={grid}
                            group={at().group}
                            collapsed={at().collapsed}
                            index={item.index}
                            top={item.start - HEAD_PX}
                            height={item.size}
                          />
                        )}
                      </Show>
                    </>
                  );
                }}
              </For>
            </div>
          }
        >
          <Match when={props.error}>
            {(drawn) => <div class="sticky left-0 flex flex-1 items-center">{drawn()}</div>}
          </Match>
          <Match when={busy()}>
            <GridSkeleton grid={grid} rowHeight={rowHeight()} />
          </Match>
          <Match when={grid.entries().length === 0}>
            <div class="sticky left-0 flex flex-1 items-center justify-center">{props.empty}</div>
          </Match>
        </Switch>
        <Show when={hasFoot() && !busy()}>
          <GridFoot grid={grid} height={HEAD_PX} />
        </Show>
      </div>
    </div>
  );
}
