import { For } from "solid-js";
import type { Confidence } from "#domain/asks/final-answer.ts";
import { useTexts } from "#web/lib/i18n.tsx";

const BARS: Record<Confidence, number> = { low: 1, medium: 2, high: 3 };
const HEIGHTS = ["h-1.5", "h-2.5", "h-3"];

/** How far an answer can be trusted: bars and words, never colour alone. */
export function ConfidenceMark(props: { level: Confidence }) {
  const t = useTexts();
  const tone = () =>
    props.level === "high" ? "text-ok" : props.level === "low" ? "text-warn" : "";
  return (
    <span class={`inline-flex items-center gap-2 font-medium ${tone()}`}>
      <span class="flex items-end gap-0.5" aria-hidden="true">
        <For each={HEIGHTS}>
          {(height, at) => (
            <i
              class={`w-1.5 rounded-[1px] ${height} ${at() < BARS[props.level] ? "bg-current" : "bg-line-2"}`}
            />
          )}
        </For>
      </span>
      {t().asks.confidence[props.level]}
    </span>
  );
}
