import IconDown from "~icons/lucide/arrow-down";
import IconLeft from "~icons/lucide/arrow-left";
import IconRight from "~icons/lucide/arrow-right";
import IconUp from "~icons/lucide/arrow-up";
import IconHide from "~icons/lucide/eye-off";
import IconWider from "~icons/lucide/unfold-horizontal";
import IconNarrower from "~icons/lucide/fold-horizontal";
import type { Dictionary } from "#web/lib/i18n.tsx";
import type { MenuEntry } from "#web/ui/menu-entry.ts";
import type { GridColumn, GridSort } from "./column.ts";
import type { GridState } from "./grid-state.ts";
import { columnWidth, moved, resized, toggled } from "./layout.ts";

const STEP_PX = 40;

/** Ascending, then descending, then as it was. */
export function nextSort(
  column: string,
  now: GridSort["direction"] | undefined,
): GridSort | undefined {
  if (now === "descending") return undefined;
  return { column, direction: now === "ascending" ? "descending" : "ascending" };
}

/** Everything dragging can do to a column, for keyboard and touch too (WCAG 2.5.7). */
export function headMenu<Row>(
  grid: GridState<Row>,
  column: GridColumn<Row>,
  texts: Dictionary,
): MenuEntry[] {
  const t = texts.ui.grid;
  const at = grid.columns().indexOf(column);
  const left = grid.columns()[at - 1];
  const right = grid.columns()[at + 1];
  const sort = grid.props.sort;
  const sorted = sort?.column === column.id ? sort.direction : undefined;
  const sortBy = (direction: GridSort["direction"]) => () =>
    grid.props.onSort?.({ column: column.id, direction });
  const moveTo = (target: GridColumn<Row> | undefined) => () =>
    target && grid.setLayout(moved(grid.props.columns, grid.layout(), column.id, target.id));
  const resizeBy = (px: number) => () =>
    grid.setLayout(resized(grid.layout(), column, columnWidth(column, grid.layout()) + px));
  const sorting: MenuEntry[] =
    column.sortable && grid.props.onSort
      ? [
          {
            label: t.sortAscending,
            icon: IconUp,
            chosen: sorted === "ascending",
            onSelect: sortBy("ascending"),
          },
          {
            label: t.sortDescending,
            icon: IconDown,
            chosen: sorted === "descending",
            onSelect: sortBy("descending"),
          },
          { kind: "separator" },
        ]
      : [];
  const moving: MenuEntry[] = column.fixed
    ? []
    : [
        {
          label: t.moveLeft,
          icon: IconLeft,
          disabled: !left || left.fixed === true,
          onSelect: moveTo(left),
        },
        { label: t.moveRight, icon: IconRight, disabled: !right, onSelect: moveTo(right) },
        {
          label: t.hide,
          icon: IconHide,
          onSelect: () => grid.setLayout(toggled(grid.layout(), column.id)),
        },
        { kind: "separator" },
      ];
  return [
    ...sorting,
    ...moving,
    { label: t.wider, icon: IconWider, onSelect: resizeBy(STEP_PX) },
    { label: t.narrower, icon: IconNarrower, onSelect: resizeBy(-STEP_PX) },
  ];
}
