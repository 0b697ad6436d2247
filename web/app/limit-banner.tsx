import IconWait from "~icons/lucide/hourglass";
import { createSignal, onCleanup, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { limitedUntil } from "#web/lib/limited.ts";
import { Banner } from "#web/ui/banner.tsx";

/** Says that this person asked too much in a minute and when the page goes on, by itself. */
export function LimitBanner() {
  return <Show when={limitedUntil()}>{(until) => <Waiting until={until()} />}</Show>;
}

function Waiting(props: { until: number }) {
  const t = useTexts();
  const [now, setNow] = createSignal(Date.now());
  const timer = setInterval(() => setNow(Date.now()), 500);
  onCleanup(() => clearInterval(timer));
  const seconds = () => Math.max(1, Math.ceil((props.until - now()) / 1000));
  return (
    <Banner tone="warn" icon={IconWait} title={t().app.limited.title}>
      {/* Read out once, not each second. */}
      <span aria-hidden="true">{t().app.limited.goesOn(seconds())}</span>
      <span class="sr-only">{t().app.limited.soon}</span>
    </Banner>
  );
}
