import type { ECharts } from "echarts/core";
import { createSignal, onCleanup, type Accessor } from "solid-js";
import type { ChartRange } from "#domain/analytics/chart/point.ts";
import { placeAt } from "./nearest.ts";
import type { Plot } from "#domain/analytics/chart/plot.ts";
import { rangeOf } from "./point-of.ts";
import { spanOf, type Span } from "./span.ts";

/** Under this many px a press is a click. */
const STILL = 4;
/** Milliseconds that a pointer rests on a chart before it is thought to be about to brush. */
const REST = 80;

/**
 * Choosing a span of the x axis by dragging over it. What is chosen belongs to the caller, who is told as it grows, at most once a frame;
 * only the drag itself is kept here.
 */
export function createBrush(parts: {
  plot: Accessor<Plot>;
  chart: Accessor<ECharts | undefined>;
  range: Accessor<ChartRange | undefined>;
  onBrush: (range: ChartRange) => void;
  /** Told that a brush may begin soon, as the pointer rests on the chart, and that it may not any more. */
  onNear: (near: boolean) => void;
  active: Accessor<boolean>;
}) {
  const [drag, setDrag] = createSignal<Span>();
  let start: { x: number; place: number; id: number } | undefined;
  let moved = false;
  let anchor: number | undefined;

  const place = (event: PointerEvent, host: HTMLElement): number | null => {
    const made = parts.chart();
    if (made === undefined) return null;
    const box = host.getBoundingClientRect();
    return placeAt(made, parts.plot(), [event.clientX - box.left, box.height / 2]);
  };
  let frame = 0;
  let told: ChartRange | undefined;
  const tell = (at: number): void => {
    const range = start && rangeOf(parts.plot(), start.place, at);
    if (!range || (told?.from === range.from && told.to === range.to)) return;
    told = range;
    parts.onBrush(range);
  };
  let rest = 0;
  const near = (): void => {
    if (!parts.active()) return;
    clearTimeout(rest);
    rest = window.setTimeout(() => parts.onNear(true), REST);
  };
  const leave = (): void => {
    clearTimeout(rest);
    parts.onNear(false);
  };
  const attach = (host: HTMLElement): void => {
    const down = (event: PointerEvent): void => {
      moved = false;
      const at = parts.active() && event.button === 0 ? place(event, host) : null;
      if (at !== null) start = { x: event.clientX, place: at, id: event.pointerId };
    };
    const move = (event: PointerEvent): void => {
      if (start === undefined || event.pointerId !== start.id) return;
      if (!moved && Math.abs(event.clientX - start.x) < STILL) return;
      if (!moved) host.setPointerCapture(event.pointerId);
      moved = true;
      const at = place(event, host);
      if (at === null) return;
      setDrag({ from: start.place, to: at });
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => tell(at));
    };
    const up = (event: PointerEvent): void => {
      const at = place(event, host);
      cancelAnimationFrame(frame);
      if (at !== null && moved && event.type !== "pointercancel") tell(at);
      start = undefined;
      told = undefined;
      setDrag(undefined);
    };
    host.addEventListener("pointerdown", down);
    host.addEventListener("pointermove", move);
    host.addEventListener("pointerup", up);
    host.addEventListener("pointercancel", up);
    host.addEventListener("pointerenter", near);
    host.addEventListener("pointerleave", leave);
    onCleanup(() => {
      // Whoever listens goes with the chart: there is nobody to tell.
      clearTimeout(rest);
      cancelAnimationFrame(frame);
      host.removeEventListener("pointerdown", down);
      host.removeEventListener("pointermove", move);
      host.removeEventListener("pointerup", up);
      host.removeEventListener("pointercancel", up);
      host.removeEventListener("pointerenter", near);
      host.removeEventListener("pointerleave", leave);
    });
  };
  return {
    attach,
    active: parts.active,
    /** The keys have come to the chart, or left it. */
    near,
    leave,
    /** True after a drag until the next press: what ends it is no click. */
    moved: () => moved,
    /** Where a span by the keys began: the place given, unless one is kept. */
    anchor(at: number | undefined): number {
      anchor = at === undefined ? undefined : (anchor ?? at);
      return anchor ?? 0;
    },
    /** The span to draw, in places of the axis. */
    span(): Span | undefined {
      const dragged = drag();
      if (dragged)
        return { from: Math.min(dragged.from, dragged.to), to: Math.max(dragged.from, dragged.to) };
      return spanOf(parts.plot(), parts.range());
    },
  };
}
