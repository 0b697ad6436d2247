import IconArrow from "~icons/lucide/arrow-up";
import IconChevron from "~icons/lucide/chevron-down";
import { createSignal, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { Icon } from "#web/ui/icon.tsx";
import type { GridColumn } from "./column.ts";
import { cellClass } from "./grid-cell.tsx";
import type { GridState } from "./grid-state.ts";
import { headMenu, nextSort } from "./head-menu.ts";
import { columnWidth, moved, resized } from "./layout.ts";

/** A column's head: click sorts, the arrow opens its menu, the edge resizes, dragging reorders. */
export function HeadCell<Row>(props: {
  grid: GridState<Row>;
  column: GridColumn<Row>;
  index: number;
  first: boolean;
}) {
  const t = useTexts();
  const [over, setOver] = createSignal(false);
  const [menu, setMenu] = createSignal(false);
  const grid = () => props.grid;
  const sort = () => {
    const at = grid().props.sort;
    return at?.column === props.column.id ? at.direction : undefined;
  };
  const sortable = () => Boolean(props.column.sortable && grid().props.onSort);

  const resize = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    event.preventDefault();
    const edge = event.currentTarget;
    const shown = edge.parentElement?.offsetWidth ?? columnWidth(props.column, grid().layout());
    const from = shown - event.clientX;
    edge.setPointerCapture(event.pointerId);
    const move = (at: PointerEvent) =>
      grid().setLayout(resized(grid().layout(), props.column, from + at.clientX));
    edge.addEventListener("pointermove", move);
    edge.addEventListener("lostpointercapture", () =>
      edge.removeEventListener("pointermove", move),
    );
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    const id = event.dataTransfer?.getData("text/x-column");
    if (!id || id === props.column.id) return;
    event.preventDefault();
    grid().setLayout(moved(grid().props.columns, grid().layout(), id, props.column.id));
  };

  return (
    <div
      role="columnheader"
      aria-colindex={props.index + 1}
      aria-sort={sort() ?? (sortable() ? "none" : undefined)}
      draggable={!props.column.fixed}
      onDragStart={(event) => event.dataTransfer?.setData("text/x-column", props.column.id)}
      onDragOver={(event) => {
        if (props.column.fixed || !event.dataTransfer?.types.includes("text/x-column")) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      class={cx(
        cellClass(props.column, props.first, grid().selectable()),
        "group/head relative gap-1",
        props.first && "z-2 group-data-slid/grid:z-2",
        over() && "shadow-[inset_2px_0_0_var(--color-accent)]",
      )}
    >
      <button
        type="button"
        data-cell={`-1:${props.index}`}
        tabIndex={grid().isActive(-1, props.index) ? 0 : -1}
        onKeyDown={(event) => {
          if (event.key !== "ContextMenu" && !(event.altKey && event.key === "ArrowDown")) return;
          event.preventDefault();
          setMenu(true);
        }}
        onClick={() => sortable() && grid().props.onSort?.(nextSort(props.column.id, sort()))}
        class={cx(
          "flex min-w-0 items-center gap-1.5 rounded-1 font-medium text-ink-2",
          sortable() ? "hover:text-ink" : "cursor-default",
        )}
      >
        <Show when={sort()}>
          <Icon of={IconArrow} size={12} class={sort() === "descending" ? "rotate-180" : ""} />
        </Show>
        <Show when={props.column.icon}>
          {(icon) => <Icon of={icon()} size={12} class="text-ink-3" />}
        </Show>
        <span class="truncate">{props.column.label}</span>
      </button>
      <DropdownMenu
        open={menu()}
        onOpenChange={setMenu}
        items={headMenu(grid(), props.column, t())}
        trigger={(attributes) => (
          <button
            type="button"
            {...attributes}
            tabIndex={-1}
            data-head-menu
            aria-label={t().ui.grid.menu(props.column.label)}
            class={cx(
              "touch-target inline-flex size-5 shrink-0 items-center justify-center rounded-1 text-ink-3 opacity-0 hover:bg-hover hover:text-ink focus-visible:opacity-100 group-hover/head:opacity-100 data-expanded:opacity-100 coarse:opacity-100",
              props.column.numeric && "order-first",
            )}
          >
            <Icon of={IconChevron} size={12} />
          </button>
        )}
      />
      <span
        aria-hidden="true"
        onPointerDown={resize}
        class="absolute inset-y-1.5 right-0 w-2 cursor-col-resize touch-none border-r-2 border-transparent hover:border-accent"
      />
    </div>
  );
}
