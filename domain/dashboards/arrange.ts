import { COLUMNS, type Layout } from "./layout.ts";

/** A widget on the grid. Of two on one place the one that was put there last stays, whatever else is changed of either. */
export interface Placed {
  id: string;
  layout: Layout;
}

const rankOf = ({ layout }: Placed): number => layout.rank ?? 0;

/** The rank of what is put on the grid now: above all of these. */
export const topRank = (widgets: readonly Placed[]): number =>
  1 + Math.max(0, ...widgets.map(rankOf));

const overlaps = (a: Layout, b: Layout): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/**
 * Where each widget is drawn: from the top down, each as high as it fits without another's place. Only the widget that a
 * person moves is written; how the others make room is the same for everybody.
 */
export function arranged(widgets: readonly Placed[]): Map<string, Layout> {
  const order = widgets.toSorted(
    (a, b) =>
      a.layout.y - b.layout.y ||
      rankOf(b) - rankOf(a) ||
      a.layout.x - b.layout.x ||
      a.id.localeCompare(b.id),
  );
  const places = new Map<string, Layout>();
  const taken: Layout[] = [];
  for (const { id, layout } of order) {
    const place: Layout = { x: layout.x, y: 0, w: layout.w, h: layout.h };
    for (;;) {
      const blocking = taken.filter((one) => overlaps(place, one));
      if (blocking.length === 0) break;
      place.y = Math.min(...blocking.map(({ y, h }) => y + h));
    }
    taken.push(place);
    places.set(id, place);
  }
  return places;
}

/**
 * Where an arrow brings a widget: as far up or down as it takes to stand elsewhere. One row towards a widget that is in its way would leave it
 * where it is.
 */
export function stepped(widgets: readonly Placed[], id: string, wanted: Layout): Layout {
  const places = arranged(widgets);
  const now = places.get(id);
  const step = Math.sign(wanted.y - (now?.y ?? wanted.y));
  if (!now || step === 0) return wanted;
  const foot = Math.max(...[...places.values()].map(({ y, h }) => y + h));
  const rank = topRank(widgets);
  for (let { y } = wanted; y >= 0 && y <= foot; y += step) {
    const layout = { ...wanted, y, rank };
    const then = arranged(widgets.map((one) => (one.id === id ? { id, layout } : one))).get(id);
    if (Math.sign((then?.y ?? now.y) - now.y) === step) return { ...wanted, y };
  }
  return wanted;
}

/** A place on the grid that is as near to this one as the grid allows. */
export function within({ x, y, w, h }: Layout): Layout {
  const width = Math.min(COLUMNS, Math.max(1, Math.round(w)));
  return {
    x: Math.min(COLUMNS - width, Math.max(0, Math.round(x))),
    y: Math.min(999, Math.max(0, Math.round(y))),
    w: width,
    h: Math.min(40, Math.max(1, Math.round(h))),
  };
}

/** A free place of this size at the foot of what is there. */
export function atFoot(widgets: readonly Placed[], { w, h }: Pick<Layout, "w" | "h">): Layout {
  const places = [...arranged(widgets).values()];
  const foot = Math.max(0, ...places.map((place) => place.y + place.h));
  const last = places.filter((place) => place.y + place.h === foot);
  for (const place of last) {
    const beside = within({ x: place.x + place.w, y: place.y, w, h });
    if (beside.x === place.x + place.w && !places.some((one) => overlaps(one, beside)))
      return beside;
  }
  return within({ x: 0, y: foot, w, h });
}
