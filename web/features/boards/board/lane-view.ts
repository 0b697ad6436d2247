import { batch, createMemo, createSignal, onCleanup } from "solid-js";
import { edgesOf, positionsToDraw, roomBetween } from "./lane.ts";

/** A card that was never measured, px: until some were, a title of two lines with its foot. */
const GUESS = 112;
const GAP = 8;
/** Drawn beyond each end of what can be seen, px: none at first, so that what is in sight is there sooner. */
const BEYOND = 500;

interface Drawn {
  /** Ids to draw, in order. */
  ids: readonly string[];
  /** Where each of them stands in the lane, from 0. */
  at: ReadonlyMap<string, number>;
  /** Px that what is left out takes before each of them. */
  room: ReadonlyMap<string, number>;
  /** Px that what is left out takes behind the last. */
  rest: number;
}

/**
 * Draws a window of a lane. What is left out is room in the flow, as measured or as most others are, so that cards
 * are never laid over each other by a wrong guess. `also` are positions that are drawn wherever they are; `first` is the
 * height that is guessed before any was measured.
 */
export function createLaneView(
  ids: () => readonly string[],
  also: () => readonly number[],
  first = GUESS,
) {
  const heights = new Map<string, number>();
  let guess = first;
  let gap = GAP;
  let lane: HTMLElement | undefined;
  let frame = 0;
  const [view, setView] = createSignal(
    { top: 0, height: window.innerHeight },
    { equals: (a, b) => a.top === b.top && a.height === b.height },
  );
  const [measured, setMeasured] = createSignal(0);

  const look = () => {
    if (!lane) return;
    setView({ top: lane.scrollTop, height: lane.clientHeight || window.innerHeight });
  };
  /**
   * Draws in a frame of its own: what it draws is observed as well, and may not be within one round of observation.
   * Asked for in such a round, when the page is laid out: asking costs nothing then, and one lane that draws would make
   * the next one's question lay out the page anew.
   */
  const lookSoon = () => {
    if (!lane) return;
    gap = Number.parseFloat(getComputedStyle(lane).rowGap) || GAP;
    const height = lane.clientHeight || window.innerHeight;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() =>
      batch(() => {
        setMeasured((count) => count + 1);
        setView(({ top }) => ({ top, height }));
      }),
    );
  };
  const observer =
    "ResizeObserver" in globalThis
      ? new ResizeObserver((entries) => {
          for (const { target, borderBoxSize } of entries) {
            const id = (target as HTMLElement).dataset["item"];
            const height = borderBoxSize[0]?.blockSize ?? 0;
            if (id && height > 0) heights.set(id, height);
          }
          // Once: a guess that went on changing would move what is below everything left out.
          if (guess === first && heights.size > 5) {
            guess = Math.round([...heights.values()].reduce((a, b) => a + b, 0) / heights.size);
          }
          lookSoon();
        })
      : undefined;
  onCleanup(() => {
    cancelAnimationFrame(frame);
    observer?.disconnect();
  });

  const edges = createMemo(() => {
    measured();
    return edgesOf(ids(), (id) => heights.get(id) ?? guess, gap);
  });
  const beyond = () => (observer && measured() === 0 ? 0 : BEYOND);
  const positions = createMemo(
    () => positionsToDraw(edges(), view(), also(), beyond()),
    undefined,
    { equals: (a, b) => a.length === b.length && a.every((at, i) => at === b[i]) },
  );
  const drawn = createMemo((): Drawn => {
    const all = ids();
    const places = positions().filter((at) => at < all.length);
    const shown = places.map((at) => all[at] ?? "");
    const room = roomBetween(edges(), places);
    return {
      ids: shown,
      at: new Map(shown.map((id, i) => [id, places[i] ?? 0])),
      room: new Map(shown.map((id, i) => [id, room[i] ?? 0])),
      rest: room.at(-1) ?? 0,
    };
  });

  return {
    drawn: () => drawn().ids,
    at: (id: string) => drawn().at.get(id) ?? 0,
    room: (id: string) => drawn().room.get(id) ?? 0,
    rest: () => drawn().rest,
    /** For the element that scrolls. */
    lane: (element: HTMLElement): void => {
      lane = element;
      element.addEventListener("scroll", look, { passive: true });
      observer?.observe(element);
    },
    /** For each drawn item, which carries its id as `data-item`. */
    item: (element: HTMLElement): void => {
      observer?.observe(element);
      onCleanup(() => observer?.unobserve(element));
    },
  };
}
