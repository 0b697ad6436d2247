import IconSupport from "~icons/lucide/life-buoy";
import { Show } from "solid-js";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { Banner } from "#web/ui/banner.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { useEndAccess } from "./end-access.ts";

const access = () => session.me()?.supportAccess ?? undefined;
const here = () => session.me()?.supportUntil ?? undefined;

/** One line while support may come in: for members until when, for owners the way to end it, for support where it is. */
export function SupportBanner() {
  const t = useTexts();
  const f = useFormat();
  const end = useEndAccess();
  return (
    <Show
      when={here()}
      fallback={
        <Show when={access()}>
          {(one) => (
            <Banner
              tone="accent"
              icon={IconSupport}
              title={t().support.banner(f().moment(one().until))}
              action={
                <Show when={session.can("identity.own")}>
                  <TextButton disabled={end.pending()} onClick={() => end.run(one().id)}>
                    {t().support.end}
                  </TextButton>
                </Show>
              }
            >
              {t().support.bannerBy(one().grantedBy)}
            </Banner>
          )}
        </Show>
      }
    >
      {(until) => (
        <Banner
          tone="warn"
          icon={IconSupport}
          title={t().support.here(session.me()?.organization.name ?? "")}
        >
          {t().support.hereUntil(f().moment(until()))}
        </Banner>
      )}
    </Show>
  );
}

/** The same above the list of members, where support does not stand. */
export function SupportNotice() {
  const t = useTexts();
  const f = useFormat();
  return (
    <Show when={access()}>
      {(one) => (
        <p class="mb-3 flex items-start gap-2 rounded-2 bg-accent-soft px-3 py-2">
          <Icon of={IconSupport} class="mt-0.5" />
          <span class="min-w-0">
            {t().support.banner(f().moment(one().until))} {t().support.bannerBy(one().grantedBy)}
          </span>
        </p>
      )}
    </Show>
  );
}
