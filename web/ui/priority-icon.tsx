import { useTexts } from "#web/lib/i18n.tsx";
import { For, Show } from "solid-js";
import { cx } from "./cx.ts";

export type Priority = "none" | "low" | "medium" | "high" | "urgent";

const LIT: Record<Priority, number> = { none: 0, low: 1, medium: 2, high: 3, urgent: 3 };
const BARS = [
  { x: 1.5, y: 8, height: 4 },
  { x: 5.5, y: 5, height: 7 },
  { x: 9.5, y: 2, height: 10 },
];

/** One to three bars; urgent is a filled square with "!". Named for screen readers unless the word stands beside it. */
export function PriorityIcon(props: { level: Priority; decorative?: boolean; class?: string }) {
  const t = useTexts();
  return (
    <svg
      viewBox="0 0 14 14"
      class={cx("icon size-3.5", props.level === "urgent" ? "text-bad" : "text-ink-2", props.class)}
      role={props.decorative ? undefined : "img"}
      aria-label={props.decorative ? undefined : t().ui.priority[props.level]}
      aria-hidden={props.decorative ? "true" : undefined}
    >
      <Show
        when={props.level === "urgent"}
        fallback={
          <For each={BARS}>
            {(bar, index) => (
              <rect
                x={bar.x}
                y={bar.y}
                width="3"
                height={bar.height}
                rx="1"
                fill="currentColor"
                opacity={index() < LIT[props.level] ? 1 : 0.28}
              />
            )}
          </For>
        }
      >
        <rect x="0.5" y="0.5" width="13" height="13" rx="3" fill="currentColor" />
        <path d="M6 3h2l-.35 5h-1.3Z" class="fill-surface" />
        <circle cx="7" cy="10.3" r="1.05" class="fill-surface" />
      </Show>
    </svg>
  );
}
