import IconTick from "~icons/lucide/check";
import { For, Show, type JSX } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";

const STEPS = ["file", "reading", "ready"] as const;
type Step = (typeof STEPS)[number];

/** Where one is in the import, with the buttons that go on at the end. */
export function StepBar(props: { current: Step; children: JSX.Element }) {
  const t = useTexts();
  const at = () => STEPS.indexOf(props.current);
  return (
    <div class="flex min-h-bar flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-1.5">
      <ol
        class="flex min-w-0 flex-1 items-center gap-2 overflow-x-auto phone:basis-full"
        aria-label={t().analytics.steps.label}
      >
        <For each={STEPS}>
          {(step, index) => (
            <li
              class="flex shrink-0 items-center gap-2"
              aria-current={step === props.current ? "step" : undefined}
            >
              <Show when={index() > 0}>
                <span class="h-px w-6 bg-line-2 phone:w-3" aria-hidden="true" />
              </Show>
              <span
                class={cx(
                  "flex items-center gap-2 px-1",
                  step === props.current
                    ? "font-semibold text-ink"
                    : "text-ink-2 phone:[&>span:last-child]:sr-only",
                )}
              >
                <span
                  class={cx(
                    "flex size-5 items-center justify-center rounded-full text-small font-medium",
                    index() < at() && "bg-accent-soft text-accent-ink",
                    index() === at() && "bg-accent text-on-accent",
                    index() > at() && "border border-line-2 text-ink-3",
                  )}
                >
                  <Show when={index() < at()} fallback={index() + 1}>
                    <Icon of={IconTick} size={12} />
                  </Show>
                </span>
                <span>{t().analytics.steps[step]}</span>
              </span>
            </li>
          )}
        </For>
      </ol>
      <div class="flex items-center justify-end gap-2 phone:w-full phone:flex-wrap-reverse">
        {props.children}
      </div>
    </div>
  );
}
