import {
  createEffect,
  createMemo,
  createSignal,
  Match,
  on,
  onCleanup,
  onMount,
  Show,
  Switch,
} from "solid-js";
import { cx } from "#web/ui/cx.ts";
import { gridKeys } from "./grid-keys.ts";
import { GridFoot } from "./grid-foot.tsx";
import { GridHead } from "./grid-head.tsx";
import { GridLines } from "./grid-lines.tsx";
import { HEAD_PX, type DataGridProps } from "./grid-props.ts";
import { GridSkeleton } from "./grid-skeleton.tsx";
import { createGridState } from "./grid-state.ts";
import type { CellPlace } from "./navigate.ts";
import { createScrollView } from "./scroll-view.ts";
import { linesInView } from "./window.ts";

/** The table form of a DataGrid. */
export function GridTable<Row>(props: DataGridProps<Row>) {
  const grid = createGridState(props);
  let element!: HTMLDivElement;
  const [slid, setSlid] = createSignal(0);
  const rowHeight = () => props.rowHeight ?? 36;
  const hasFoot = createMemo(() => grid.columns().some((column) => column.foot));
  const footPx = () => (hasFoot() ? HEAD_PX : 0);

  const view = createScrollView();
  const range = createMemo(
    () => {
      const shown = { top: view.top(), height: view.height(), lineHeight: rowHeight() };
      return linesInView(grid.entries().length, shown);
    },
    undefined,
    { equals: (a, b) => a.from === b.from && a.to === b.to },
  );
  /** Px of the columns that lie beyond the right side. */
  const beyond = () => slid() + view.width() < grid.tracks().width - 1;
  // Not before it is in the page: an element of a template has no size.
  onMount(() => view.watch(element));
  createEffect(() => {
    const { length } = grid.entries();
    if (length > 0 && range().to >= length - 10) props.onEnd?.();
  });

  const focus = (place: CellPlace) => {
    grid.setActive(place);
    const top = HEAD_PX + place.row * rowHeight();
    if (place.row >= 0) view.reveal(top, top + rowHeight(), HEAD_PX, footPx());
    const cell = element.querySelector<HTMLElement>(`[data-cell="${place.row}:${place.column}"]`);
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
    // The list of choices that had the focus is gone: its cell takes it.
    choose: (save: () => void) => {
      const place = grid.editing()?.place;
      drafts.set(save);
      drafts.save();
      if (place) focus(place);
    },
    drop: () => {
      draft = undefined;
      grid.setEditing(undefined);
    },
  };
  // What was typed is saved when the grid itself goes, as by the browser's way back.
  onCleanup(() => drafts.save());
  // A record that leaves the list while it is edited takes its editor along, and what was typed is saved too.
  createEffect(
    on(grid.editing, (now) => {
      if (!now && grid.editingId() !== undefined) drafts.save();
    }),
  );
  const onKeyDown = gridKeys(grid, {
    focus,
    page: () => Math.max(1, Math.floor(view.height() / rowHeight()) - 2),
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
      onScroll={() => {
        setSlid(element.scrollLeft);
        view.read();
      }}
      style={{ "--grid-columns": grid.tracks().template }}
      class={cx("relative h-full min-h-0 overflow-auto bg-surface outline-none", props.class)}
    >
      <div
        role="presentation"
        data-slid={slid() > 0 ? "" : undefined}
        style={{ "min-width": `${grid.tracks().width}px` }}
        class="group/grid flex min-h-full flex-col"
      >
        <Show when={props.edge && view.width() > 0 && beyond()}>
          <div
            aria-hidden="true"
            style={{ width: `${view.width()}px` }}
            class="pointer-events-none sticky top-0 left-0 z-5 h-0"
          >
            <div
              data-edge
              style={{ height: `${view.height()}px` }}
              class="absolute right-0 w-10 bg-linear-to-l from-surface to-transparent"
            />
          </div>
        </Show>
        <GridHead grid={grid} height={HEAD_PX} />
        <Switch
          fallback={
            <GridLines grid={grid} range={range()} lineHeight={rowHeight()} drafts={drafts} />
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
