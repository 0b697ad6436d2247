import { cx } from "./cx.ts";

/** How far something is, 0–100 (%). `value` undefined: under way, unknown for how long. */
export function ProgressBar(props: {
  label: string;
  value?: number | undefined;
  tone?: "accent" | "ok" | "warn" | "bad";
  /** What the number means, read out instead of the percentage: "3 of 12 files". */
  valueText?: string | undefined;
  class?: string;
}) {
  const fill = { accent: "bg-accent", ok: "bg-ok", warn: "bg-warn-mark", bad: "bg-bad" };
  return (
    <div
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={props.value}
      aria-valuetext={props.valueText}
      class={cx("h-1 overflow-hidden rounded-full bg-press", props.class)}
    >
      <div
        style={{ width: `${Math.min(100, Math.max(0, props.value ?? 40))}%` }}
        class={cx(
          "h-full rounded-full transition-[width] duration-base",
          fill[props.tone ?? "accent"],
          props.value === undefined && "animate-skeleton",
        )}
      />
    </div>
  );
}

/** A checklist's small ring, 14 px: done of total. The figures stand beside it. */
export function ProgressRing(props: { done: number; total: number; class?: string }) {
  const share = () => (props.total > 0 ? props.done / props.total : 0);
  return (
    <svg viewBox="0 0 14 14" class={cx("icon size-3.5 -rotate-90", props.class)} aria-hidden="true">
      <circle
        cx="7"
        cy="7"
        r="5.5"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        class="text-line-2"
      />
      <circle
        cx="7"
        cy="7"
        r="5.5"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        pathLength="100"
        stroke-dasharray={`${share() * 100} 100`}
        class={share() >= 1 ? "text-ok" : "text-accent"}
      />
    </svg>
  );
}
