import IconLate from "~icons/lucide/calendar-x";
import { useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { useClients } from "./context.ts";
import { calendarDate } from "#web/lib/calendar-date.ts";
import { filterParams } from "./view-state.ts";

/** How many clients match, of how many there are. */
export function FootCount() {
  const t = useTexts();
  const f = useFormat();
  const { list } = useClients();
  return (
    <Show when={list.totals()}>
      {(totals) => (
        <span class="num">
          <span class="font-semibold text-ink">{f().number(totals().count)}</span>
          {t().clients.foot.count("", f().number(totals().all))}
        </span>
      )}
    </Show>
  );
}

/** In how many stages they stand. */
export function FootStages() {
  const t = useTexts();
  const { list } = useClients();
  return (
    <Show when={list.totals()?.stages}>
      {(count) => <span class="num">{t().clients.foot.stages(count())}</span>}
    </Show>
  );
}

/** How many are late; opens them. */
export function Late() {
  const t = useTexts();
  const { list } = useClients();
  const [, setParams] = useSearchParams();
  return (
    <Show when={list.totals()?.late}>
      {(count) => (
        <button
          type="button"
          onClick={() => setParams(filterParams({ nextActionBefore: calendarDate() }))}
          class="touch-target num inline-flex shrink-0 items-center gap-1.5 rounded-1 font-medium text-bad underline-offset-2 hover:underline"
        >
          <Icon of={IconLate} size={12} />
          {t().clients.foot.late(count())}
        </button>
      )}
    </Show>
  );
}

/** How many are late, and the word before the sum. */
export function FootLate() {
  const t = useTexts();
  return (
    <span class="flex flex-1 items-center justify-between gap-2">
      <span>
        <Late />
      </span>
      <span>{t().clients.foot.sum}</span>
    </span>
  );
}

/** The sum of the estimated amounts of all clients that match. */
export function FootSum() {
  const f = useFormat();
  const { list } = useClients();
  return (
    <Show when={list.totals()}>
      {(totals) => <span>{f().money(totals().estimatedMinor, "EUR")}</span>}
    </Show>
  );
}
