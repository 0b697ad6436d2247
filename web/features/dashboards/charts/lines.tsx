import { createMemo, createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { cx } from "#web/ui/cx.ts";
import type { Drawn } from "./drawn.ts";
import type { MarkWords } from "./words.ts";
import { Brush } from "./brush.tsx";
import { spread, ticksOf } from "./line-scale.ts";

const STROKES = [
  "stroke-c1",
  "stroke-c2",
  "stroke-c3",
  "stroke-c4",
  "stroke-c5",
  "stroke-c6",
  "stroke-c7",
  "stroke-c8",
];
const FILLS = [
  "fill-c1",
  "fill-c2",
  "fill-c3",
  "fill-c4",
  "fill-c5",
  "fill-c6",
  "fill-c7",
  "fill-c8",
];
const DASHES: Readonly<Record<number, string>> = { 1: "5 3", 3: "2 3" };
const [TOP, BOTTOM, LEFT] = [8, 22, 44];

/** Lines over an axis, each named at its end, with a part of the axis to brush. The figures stand in the widget's table. */
export function Lines(props: {
  label: string;
  drawn: Drawn;
  words: MarkWords;
  /** Places of the axis that are chosen, both included. */
  span: { from: number; to: number } | undefined;
  onSpan: ((span: { from: number; to: number } | null) => void) | undefined;
}) {
  const [size, setSize] = createSignal({ width: 0, height: 0 });
  let host!: HTMLDivElement;
  onMount(() => {
    const watch = new ResizeObserver(([entry]) => {
      const box = entry?.contentRect;
      if (box) setSize({ width: box.width, height: box.height });
    });
    watch.observe(host);
    onCleanup(() => watch.disconnect());
  });
  const several = () => props.drawn.series.length > 1;
  const right = () => {
    if (!several()) return 12;
    const longest = Math.max(...props.drawn.series.map(({ name }) => name.length));
    return Math.min(size().width * 0.28, 14 + 6.2 * Math.min(18, longest));
  };
  const count = () => props.drawn.axis.values.length;
  const x = (at: number) =>
    LEFT + (count() < 2 ? 0.5 : at / (count() - 1)) * Math.max(1, size().width - LEFT - right());
  const ticks = createMemo(() =>
    ticksOf(props.drawn.series.flatMap(({ values }) => values.filter((value) => value !== null))),
  );
  const y = (value: number) => {
    const [low = 0] = ticks();
    const high = ticks().at(-1) ?? 1;
    const room = Math.max(1, size().height - TOP - BOTTOM);
    return TOP + room * (1 - (value - low) / (high - low || 1));
  };
  const path = (values: readonly (number | null)[]) => {
    let text = "";
    let lifted = true;
    for (const [at, value] of values.entries()) {
      if (value === null) {
        lifted = count() > 40;
        continue;
      }
      text += `${lifted || text === "" ? "M" : "L"}${x(at).toFixed(1)},${y(value).toFixed(1)}`;
      lifted = false;
    }
    return text;
  };
  const labels = createMemo(() => {
    const every = Math.max(1, Math.ceil(count() / Math.max(2, Math.floor(size().width / 72))));
    return props.drawn.axis.values.flatMap((value, at) =>
      at % every === 0 ? [{ at, text: props.words.name(value) }] : [],
    );
  });
  const ends = createMemo(() => {
    const wanted = props.drawn.series.map(({ values }) =>
      y(values.findLast((one) => one !== null) ?? 0),
    );
    const places = spread(wanted, 14, size().height - BOTTOM);
    return props.drawn.series.map(({ name }, at) => ({
      name: name.length > 18 ? `${name.slice(0, 17)}…` : name,
      y: places[at] ?? 0,
    }));
  });
  return (
    <div ref={host} class="relative h-full w-full">
      <Show when={size().width > 0 && size().height > 0}>
        <svg
          role="img"
          aria-label={props.label}
          width={size().width}
          height={size().height}
          class="absolute inset-0 overflow-visible"
        >
          <For each={ticks()}>
            {(tick) => (
              <>
                <line
                  x1={LEFT}
                  x2={size().width - right()}
                  y1={y(tick)}
                  y2={y(tick)}
                  class="stroke-grid"
                />
                <text
                  x={LEFT - 8}
                  y={y(tick) + 4}
                  text-anchor="end"
                  class="num fill-ink-3 text-micro"
                >
                  {props.words.short(tick)}
                </text>
              </>
            )}
          </For>
          <For each={labels()}>
            {({ at, text }) => (
              <text
                x={x(at)}
                y={size().height - 4}
                text-anchor="middle"
                class="fill-ink-3 text-micro"
              >
                {text}
              </text>
            )}
          </For>
          <For each={props.drawn.series}>
            {(series, at) => (
              <path
                d={path(series.values)}
                fill="none"
                stroke-width={at() === 0 ? 2.25 : 1.5}
                stroke-dasharray={DASHES[at()]}
                class={cx(STROKES[at()] ?? "stroke-c8")}
              />
            )}
          </For>
          <Show when={several()}>
            <For each={ends()}>
              {(end, at) => (
                <>
                  <circle
                    cx={size().width - right()}
                    cy={end.y}
                    r="2"
                    class={FILLS[at()] ?? "fill-c8"}
                  />
                  <text
                    x={size().width - right() + 7}
                    y={end.y + 4}
                    class={cx("text-micro", at() === 0 ? "fill-ink font-semibold" : "fill-ink-2")}
                  >
                    {end.name}
                  </text>
                </>
              )}
            </For>
          </Show>
        </svg>
        <Show when={props.onSpan}>
          {(onSpan) => (
            <Brush
              left={LEFT}
              width={size().width - LEFT - right()}
              bottom={BOTTOM}
              count={count()}
              span={props.span}
              name={(at) => props.words.name(props.drawn.axis.values[at] ?? null)}
              onSpan={(span) => onSpan()(span)}
            />
          )}
        </Show>
      </Show>
    </div>
  );
}
