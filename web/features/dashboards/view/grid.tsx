import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { arranged, stepped, topRank, within } from "#domain/dashboards/arrange.ts";
import type { Layout } from "#domain/dashboards/layout.ts";
import type { WidgetView } from "#domain/dashboards/model.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { WidgetHandle, WidgetCorner } from "#web/features/dashboards/edit/widget-handle.tsx";
import { onPaper } from "#web/features/dashboards/export/on-paper.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { usePrinting } from "#web/lib/printing.ts";
import { cx } from "#web/ui/cx.ts";
import { WidgetCard } from "./widget-card.tsx";

/** A row of the grid and the gap below it, in px. */
const [ROW, GAP] = [44, 12];

/** On a phone widgets are as high as what they say, at least as high as they are given; tables fill that height and scroll. */
const grows = ({ kind }: WidgetView): boolean => kind !== "table";

/** The widgets on their grid. On a phone they stand below one another in the same order, figures two by two. */
export function Grid() {
  const t = useTexts();
  const { widgets, editing, shown: onScreen } = useDashboard();
  const printing = usePrinting();
  const [draft, setDraft] = createSignal<{ id: string; layout: Layout }>();
  const [spoken, setSpoken] = createSignal("");
  let host!: HTMLDivElement;
  /** On paper: which tables stand apart, and the places of all others. */
  const paper = createMemo(() => {
    if (!printing()) return undefined;
    const all = widgets.all().map((one) => {
      const layout = widgets.places().get(one.id) ?? one.layout;
      return { ...one, ...onPaper(onScreen.get(one.id)?.(), layout) };
    });
    const apart = new Set(all.flatMap((one) => (one.apart ? [one.id] : [])));
    return { apart, places: arranged(all.filter((one) => !one.apart)) };
  });
  /** Where each would stand, were this one put there. */
  const placed = (id: string, layout: Layout) =>
    arranged(
      widgets
        .all()
        .map((one) => (one.id === id ? { id, layout: { ...layout, rank: Infinity } } : one)),
    );
  const places = createMemo(() => {
    const moved = draft();
    return moved ? placed(moved.id, moved.layout) : (paper()?.places ?? widgets.places());
  });
  // By id alone, so that a widget that moves keeps its element, its result and its focus.
  const order = createMemo(() =>
    [...widgets.places()]
      .toSorted(([, a], [, b]) => a.y - b.y || a.x - b.x)
      .map(([id]) => id)
      .join(" "),
  );
  const ids = createMemo(() => order().split(" ").filter(Boolean).toSorted());
  const rank = createMemo(
    () =>
      new Map(
        order()
          .split(" ")
          .map((id, at) => [id, at]),
      ),
  );
  /** Figures that stand two by two on a phone; one that is left over takes the whole line. */
  const paired = createMemo(() => {
    const list = order()
      .split(" ")
      .filter((id) => id !== "");
    const half = new Set<string>();
    for (let at = 0; at < list.length; at++) {
      const both = [list[at], list[at + 1]].flatMap((id) => (id && widgets.find(id)) || []);
      if (both.length < 2 || both.some(({ kind }) => kind !== "number")) continue;
      for (const { id } of both) half.add(id);
      at++;
    }
    return half;
  });
  const cell = () => ({ width: (host.clientWidth + GAP) / 12, height: ROW + GAP });
  const place = (widget: WidgetView, layout: Layout) => {
    const next = within(layout);
    const now = widgets.places().get(widget.id);
    if (JSON.stringify(next) === JSON.stringify(now)) return;
    const { x, y, w, h } = placed(widget.id, next).get(widget.id) ?? next;
    widgets.update(widget, { layout: { ...next, rank: topRank(widgets.all()) } });
    setSpoken(t().dashboards.edit.placed(widget.title, x + 1, y + 1, w, h));
  };
  const step = (widget: WidgetView, layout: Layout) =>
    place(widget, stepped(widgets.all(), widget.id, within(layout)));
  const style = (id: string): JSX.CSSProperties => {
    const layout = places().get(id);
    if (!layout) return {};
    return {
      "--column": `${layout.x + 1} / span ${layout.w}`,
      "--row": `${layout.y + 1} / span ${layout.h}`,
      "--high": `${layout.h * (ROW + GAP) - GAP}px`,
      "--tall": `${Math.max(2, layout.h) * (ROW + GAP) - GAP}px`,
      order: String(rank().get(id) ?? 0),
    };
  };
  return (
    <>
      <p class="sr-only" role="status">
        {spoken()}
      </p>
      <div
        ref={host}
        class="relative grid auto-rows-[44px] grid-cols-12 gap-3 print:auto-rows-[minmax(44px,auto)] phone:auto-rows-auto phone:grid-cols-2"
      >
        <For each={ids()}>
          {(id) => {
            const widget = createMemo<WidgetView | undefined>(
              (before) => widgets.find(id) ?? before,
            );
            const shown = () => widget() as WidgetView;
            const layout = () => places().get(id) ?? shown().layout;
            const dragging = () => draft()?.id === id;
            return (
              <div
                style={style(id)}
                class={cx(
                  "relative break-inside-avoid col-(--column) row-(--row) min-w-0 phone:row-auto",
                  paper()?.apart.has(id) === true
                    ? "screen-only"
                    : "print:grid print:min-h-(--high) print:self-start",
                  grows(shown()) ? "phone:min-h-(--tall)" : "phone:h-(--tall)",
                  shown().kind === "number" && "figure-tile",
                  paired().has(id) ? "phone:col-span-1" : "phone:col-span-2",
                  dragging() && "z-2 opacity-90",
                )}
              >
                <WidgetCard
                  widget={shown()}
                  handle={
                    editing() ? (
                      <WidgetHandle
                        title={shown().title}
                        layout={layout()}
                        cell={cell}
                        onDraft={(next) => setDraft(next && { id, layout: within(next) })}
                        onPlace={(next) => place(shown(), next)}
                        onStep={(next) => step(shown(), next)}
                      />
                    ) : undefined
                  }
                />
                <Show when={widgets.changedBy(id)}>
                  {(by) => (
                    <span class="pointer-events-none absolute -top-2.5 right-3 z-2 inline-flex h-5 animate-rise items-center gap-1 rounded-2 border border-signal-line bg-signal-soft px-1.5 text-small font-medium text-signal-ink">
                      {t().dashboards.edit.changedBy(by().name)}
                    </span>
                  )}
                </Show>
                {editing() && (
                  <WidgetCorner
                    title={shown().title}
                    layout={layout()}
                    cell={cell}
                    onDraft={(next) => setDraft(next && { id, layout: within(next) })}
                    onPlace={(next) => place(shown(), next)}
                    onStep={(next) => step(shown(), next)}
                  />
                )}
              </div>
            );
          }}
        </For>
      </div>
    </>
  );
}
