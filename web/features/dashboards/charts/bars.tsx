import { createMemo, For } from "solid-js";
import type { Value } from "#domain/dashboards/condition.ts";
import { cx } from "#web/ui/cx.ts";

/** One bar: what it stands for, how long it is, and its figure in words. */
export interface Bar {
  key: Value;
  label: string;
  value: number | null;
  text: string;
}

/** Arrows go from bar to bar. */
function step(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  const row = event.currentTarget.closest("li");
  const next = by > 0 ? row?.nextElementSibling : row?.previousElementSibling;
  next?.querySelector("button")?.focus();
}

/**
 * Bars as rows, longest first, each a button where a click filters: arrows move, Enter filters, with Shift or Ctrl beside what is chosen.
 */
export function Bars(props: {
  label: string;
  bars: readonly Bar[];
  chosen: readonly Value[] | undefined;
  onPick: ((key: Value, more: boolean) => void) | undefined;
}) {
  const most = createMemo(() =>
    Math.max(...props.bars.map(({ value }) => Math.abs(value ?? 0)), 0),
  );
  const share = (value: number | null) =>
    most() === 0 ? "0%" : `${Math.max(0.4, (Math.abs(value ?? 0) / most()) * 100)}%`;
  return (
    <ul aria-label={props.label} class="flex h-full flex-col gap-0.5 overflow-y-auto">
      <For each={props.bars}>
        {(bar) => {
          const strong = () => props.chosen?.includes(bar.key) ?? false;
          const dim = () => props.chosen !== undefined && !strong();
          return (
            <li class="min-h-7 max-h-14 flex-1 phone:min-h-11">
              <button
                type="button"
                disabled={!props.onPick}
                aria-pressed={props.onPick ? strong() : undefined}
                onKeyDown={step}
                onClick={(event) =>
                  props.onPick?.(bar.key, event.shiftKey || event.ctrlKey || event.metaKey)
                }
                class="group grid h-full w-full grid-cols-[minmax(5rem,26%)_1fr_auto] items-center gap-3 rounded-1 px-1 text-left enabled:hover:bg-hover"
              >
                <span
                  class={cx(
                    "truncate text-small",
                    strong() ? "font-semibold text-ink" : "text-ink-2",
                  )}
                  title={bar.label}
                >
                  {bar.label}
                </span>
                <span class="h-3.5">
                  <span
                    style={{ width: share(bar.value) }}
                    class={cx(
                      "block h-full rounded-r-[3px]",
                      (bar.value ?? 0) < 0 ? "bg-bad" : dim() ? "bg-mute" : "bg-c1",
                    )}
                  />
                </span>
                <span
                  class={cx("num text-small", strong() ? "font-semibold text-ink" : "text-ink-2")}
                >
                  {bar.text}
                </span>
              </button>
            </li>
          );
        }}
      </For>
    </ul>
  );
}
