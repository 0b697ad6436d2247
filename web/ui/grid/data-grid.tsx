import { createMediaQuery } from "#web/ui/media-query.ts";
import { Show } from "solid-js";
import type { DataGridProps } from "./grid-props.ts";
import { GridList } from "./grid-list.tsx";
import { GridTable } from "./grid-table.tsx";

/**
 * Records as a table: ten thousand rows at 60 frames a second, every cell by keyboard, columns arranged by the person.
 * Fills its parent, which must have a height. On a phone it is a list when `phoneRow` is given.
 */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const phone = createMediaQuery("(width < 40rem)");
  return (
    <Show when={phone() && props.phoneRow} fallback={<GridTable {...props} />}>
      {(draw) => <GridList {...props} phoneRow={draw()} />}
    </Show>
  );
}
