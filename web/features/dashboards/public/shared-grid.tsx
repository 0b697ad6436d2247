import { createMemo, For, type JSX } from "solid-js";
import type { PublishedWidget } from "#domain/dashboards/share/figures.ts";
import { usePrinting } from "#web/lib/printing.ts";
import { cx } from "#web/ui/cx.ts";
import { isFigure, SharedWidget } from "./shared-widget.tsx";

/** A row of the grid and the gap below it, in px: as the dashboard itself is drawn. */
const [ROW, GAP] = [44, 12];

const style = ({ layout }: PublishedWidget): JSX.CSSProperties => ({
  "--column": `${layout.x + 1} / span ${layout.w}`,
  "--row": `${layout.y + 1} / span ${layout.h}`,
  "--tall": `${Math.max(2, layout.h) * (ROW + GAP) - GAP}px`,
});

/** Published widgets where they stand on the dashboard; on a phone, below one another. */
export function SharedGrid(props: {
  widgets: readonly PublishedWidget[];
  /** When they were computed; now, unless told otherwise. */
  at?: string | undefined;
}) {
  const printing = usePrinting();
  const ordered = createMemo(() =>
    props.widgets.toSorted((a, b) => a.layout.y - b.layout.y || a.layout.x - b.layout.x),
  );
  return (
    <div
      // Before it is printed too: charts are drawn for the place that they have on paper.
      class={
        printing() ? "block" : "grid auto-rows-[44px] grid-cols-12 gap-3 phone:flex phone:flex-col"
      }
    >
      <For each={ordered()}>
        {(widget) => (
          <div
            style={style(widget)}
            class={cx(
              "relative col-(--column) row-(--row) min-w-0 phone:min-h-(--tall) print:mb-4 print:break-inside-avoid",
              isFigure(widget) && "figure-tile",
              printing() && "h-(--tall) print:h-auto",
            )}
          >
            <SharedWidget widget={widget} at={props.at} />
          </div>
        )}
      </For>
    </div>
  );
}
