import { For } from "solid-js";

const [WIDTH, HEIGHT] = [40, 12];

/** A column's histogram in the size of a word. */
export function SparkBars(props: { counts: readonly number[] }) {
  const most = () => Math.max(1, ...props.counts);
  const step = () => WIDTH / Math.max(1, props.counts.length);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      class="shrink-0 fill-mute"
      aria-hidden="true"
    >
      <For each={props.counts}>
        {(count, at) => {
          const tall = () => (count === 0 ? 0 : Math.max(1, (count / most()) * HEIGHT));
          return (
            <rect
              x={at() * step()}
              y={HEIGHT - tall()}
              width={Math.max(1, step() - 0.8)}
              height={tall()}
            />
          );
        }}
      </For>
    </svg>
  );
}
