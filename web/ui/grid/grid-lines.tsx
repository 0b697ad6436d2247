import { createEffect, createMemo, Index, Match, on, onCleanup, Switch } from "solid-js";
import type { GridEntry } from "./entries.ts";
import { GridRow, type Drafts } from "./grid-row.tsx";
import type { GridState } from "./grid-state.ts";
import { GroupRow } from "./group-row.tsx";
import { sortForReading } from "./reading-order.ts";
import { dealOut } from "./window.ts";

/** So long after the last scrolling the rows are put in order. */
const REST_MS = 200;

type Only<Row, K extends GridEntry<Row>["kind"]> = Extract<GridEntry<Row>, { kind: K }>;

/** The lines in view. Their elements are used again for others as the list is scrolled. */
export function GridLines<Row>(props: {
  grid: GridState<Row>;
  /** First line to draw, and the one behind the last. */
  range: { from: number; to: number };
  lineHeight: number;
  drafts: Drafts;
}) {
  const grid = () => props.grid;
  const wanted = createMemo(() => {
    const { from, to } = props.range;
    const entries = grid().entries();
    const ids = entries.slice(from, to).map((entry) => entry.id);
    // The active line stays in the page, so that scrolling never loses the focus or what is being typed.
    const kept = [grid().active().row, grid().editing()?.place.row];
    for (const row of new Set(kept)) {
      const id = row === undefined || (row >= from && row < to) ? undefined : entries[row]?.id;
      if (id !== undefined) ids.push(id);
    }
    return ids;
  });
  const lines = createMemo<readonly (string | undefined)[]>((now) => dealOut(now, wanted()), []);

  let body!: HTMLDivElement;
  createEffect(
    on(lines, () => {
      const rest = setTimeout(() => sortForReading(body), REST_MS);
      onCleanup(() => clearTimeout(rest));
    }),
  );

  return (
    <div
      ref={body}
      role="rowgroup"
      class="relative shrink-0"
      style={{ height: `${grid().entries().length * props.lineHeight}px` }}
    >
      <Index each={lines()}>
        {(id) => {
          const index = createMemo<number>((before) => grid().indexOf(id() ?? "") ?? before, 0);
          const entry = createMemo(() => {
            const at = grid().indexOf(id() ?? "");
            return at === undefined ? undefined : grid().entries()[at];
          });
          const row = createMemo<Only<Row, "row"> | undefined>((before) => {
            const now = entry();
            return now?.kind === "row" ? now : before;
          });
          const group = createMemo<Only<Row, "group"> | undefined>((before) => {
            const now = entry();
            return now?.kind === "group" ? now : before;
          });
          return (
            <Switch>
              <Match when={entry()?.kind === "row"}>
                <GridRow
                  grid={grid()}
                  row={(row() as Only<Row, "row">).row}
                  id={row()?.id ?? ""}
                  index={index()}
                  top={index() * props.lineHeight}
                  height={props.lineHeight}
                  drafts={props.drafts}
                />
              </Match>
              <Match when={entry()?.kind === "group"}>
                <GroupRow
                  grid={grid()}
                  group={(group() as Only<Row, "group">).group}
                  collapsed={group()?.collapsed ?? false}
                  index={index()}
                  top={index() * props.lineHeight}
                  height={props.lineHeight}
                />
              </Match>
            </Switch>
          );
        }}
      </Index>
    </div>
  );
}
