import { For } from "solid-js";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { usePrinting } from "#web/lib/printing.ts";
import { onPaper } from "./on-paper.ts";
import { PaperTable } from "./paper-table.tsx";

/** On paper, behind the grid and in its order: the tables that are longer than a page, each under its title. */
export function PaperApart() {
  const { widgets, shown, results } = useDashboard();
  const printing = usePrinting();
  const long = () => {
    if (!printing()) return [];
    const places = [...widgets.places()].toSorted(([, a], [, b]) => a.y - b.y || a.x - b.x);
    return places.flatMap(([id, layout]) => {
      const table = shown.get(id)?.();
      const { apart, scale } = onPaper(table, layout);
      return table && apart ? [{ table, scale, more: results.get(id)?.more === true }] : [];
    });
  };
  return (
    <For each={long()}>
      {({ table, scale, more }) => (
        <section aria-label={table.title} class="hidden print:mt-6 print:block">
          <h2 class="mb-1 break-after-avoid px-1 font-semibold wrap-anywhere">{table.title}</h2>
          <div style={{ zoom: scale }}>
            <PaperTable shown={table} more={more} />
          </div>
        </section>
      )}
    </For>
  );
}
