import { For, Show } from "solid-js";
import type { PasswordVerdict } from "#domain/identity/password.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";

const FILLS = ["bg-bad", "bg-bad", "bg-warn-mark", "bg-ok", "bg-ok"] as const;

/** Four bars, the level in words, and one piece of advice. Told to screen readers when it changes. */
export function StrengthMeter(props: { verdict: PasswordVerdict }) {
  const t = useTexts();
  const bars = () => Math.max(1, props.verdict.score);
  return (
    <div class="mt-2">
      <div class="flex gap-1" aria-hidden="true">
        <For each={[1, 2, 3, 4]}>
          {(bar) => (
            <span
              class={cx(
                "h-1 flex-1 rounded-full",
                bar <= bars() ? FILLS[props.verdict.score] : "bg-press",
              )}
            />
          )}
        </For>
      </div>
      <p role="status" class="mt-1.5 text-small text-ink-2">
        <span class="sr-only">{t().identity.password.meter} </span>
        <span class="font-medium">{t().identity.password.levels[props.verdict.score]}</span>
        <Show when={props.verdict.advice[0]}>
          {(advice) => <span class="text-ink-3"> – {t().identity.password.advice[advice()]}</span>}
        </Show>
      </p>
    </div>
  );
}
