import { createSignal, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";

interface Span {
  from: number;
  to: number;
}

/**
 * A part of an axis, chosen by dragging or with the arrows (Shift widens, Esc clears). It is drawn as the pointer moves; whoever listens is
 * told at most once a frame.
 */
export function Brush(props: {
  left: number;
  width: number;
  bottom: number;
  count: number;
  span: Span | undefined;
  name: (at: number) => string;
  onSpan: (span: Span | null) => void;
}) {
  const t = useTexts();
  const [draft, setDraft] = createSignal<Span>();
  let start: number | undefined;
  let frame = 0;
  let told: Span | undefined;
  const span = () => draft() ?? props.span;
  const px = (at: number) => (props.count < 2 ? 0.5 : at / (props.count - 1)) * props.width;
  const at = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const share = (event.clientX - event.currentTarget.getBoundingClientRect().left) / props.width;
    return Math.min(props.count - 1, Math.max(0, Math.round(share * (props.count - 1))));
  };
  const tell = (next: Span) => {
    if (told?.from === next.from && told.to === next.to) return;
    told = next;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => props.onSpan(next));
  };
  const move = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    if (start === undefined) return;
    const here = at(event);
    const next = { from: Math.min(start, here), to: Math.max(start, here) };
    setDraft(next);
    if (next.from !== next.to) tell(next);
  };
  const end = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    if (start === undefined) return;
    const here = at(event);
    const single = here === start;
    start = undefined;
    setDraft(undefined);
    told = undefined;
    // A click on what is chosen lets go; elsewhere it chooses one place.
    const inside = props.span && here >= props.span.from && here <= props.span.to;
    if (single) props.onSpan(inside ? null : { from: here, to: here });
  };
  const key = (event: KeyboardEvent) => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const known = props.span;
    const last = props.count - 1;
    if (!known) return props.onSpan({ from: by > 0 ? 0 : last, to: by > 0 ? 0 : last });
    const inner = (value: number) => Math.min(last, Math.max(0, value));
    if (event.shiftKey) {
      const to = Math.max(known.from, inner(known.to + by));
      return props.onSpan({ from: known.from, to });
    }
    const wide = known.to - known.from;
    const from = Math.min(last - wide, Math.max(0, known.from + by));
    props.onSpan({ from, to: from + wide });
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t().dashboards.brush.label}
      aria-valuemin={0}
      aria-valuemax={props.count - 1}
      aria-valuenow={span()?.from ?? 0}
      aria-valuetext={
        span()
          ? t().dashboards.brush.span(props.name(span()?.from ?? 0), props.name(span()?.to ?? 0))
          : t().dashboards.brush.none
      }
      style={{ left: `${props.left}px`, width: `${props.width}px`, bottom: `${props.bottom}px` }}
      class="absolute top-0 cursor-crosshair touch-pan-y select-none rounded-1"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        start = at(event);
        setDraft({ from: start, to: start });
      }}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={() => {
        start = undefined;
        setDraft(undefined);
      }}
      onKeyDown={key}
    >
      <Show when={span()}>
        {(shown) => (
          <div
            style={{
              left: `${px(shown().from)}px`,
              width: `${Math.max(2, px(shown().to) - px(shown().from))}px`,
            }}
            class="pointer-events-none absolute inset-y-0 border-x border-accent bg-accent/12"
          >
            <span class="absolute left-1/2 top-1 -translate-x-1/2 whitespace-nowrap rounded-1 bg-accent-soft px-1.5 text-small font-semibold text-accent-ink">
              {t().dashboards.brush.span(props.name(shown().from), props.name(shown().to))}
            </span>
          </div>
        )}
      </Show>
    </div>
  );
}
