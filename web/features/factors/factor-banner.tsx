import IconShield from "~icons/lucide/shield-alert";
import { A, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Banner } from "#web/ui/banner.tsx";
import { factorDue, isShutOut } from "./factor-due.ts";

/** One line for whoever lacks the second factor that their organization demands: until when, or that it is time. */
export function FactorBanner() {
  const t = useTexts();
  const f = useFormat();
  const location = useLocation();
  const words = () => t().factors.demand;
  return (
    <Show when={factorDue()}>
      {(due) => (
        <Banner
          tone={isShutOut() ? "bad" : "warn"}
          icon={IconShield}
          title={words().title}
          action={
            <Show when={location.pathname !== "/settings/security"}>
              <A href="/settings/security" class="font-medium text-accent-ink hover:underline">
                {words().add}
              </A>
            </Show>
          }
        >
          {isShutOut() ? words().over : words().until(f().moment(due()))}
        </Banner>
      )}
    </Show>
  );
}
