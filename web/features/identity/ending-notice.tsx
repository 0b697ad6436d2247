import IconInfo from "~icons/lucide/info";
import { Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { session, type Ending } from "#web/lib/session.ts";
import { Icon } from "#web/ui/icon.tsx";

/** Why the person stands before the sign-in form without having asked for it. Nothing when they know. */
export function EndingNotice() {
  const t = useTexts();
  const say = (ending: Ending) =>
    ending.kind === "removed"
      ? t().identity.ending.removed(ending.organization)
      : t().identity.ending[ending.kind];
  return (
    <Show when={session.ending()}>
      {(ending) => (
        <p
          role="status"
          class="mb-5 flex items-start gap-2 rounded-2 bg-warn-soft px-3 py-2 text-warn"
        >
          <Icon of={IconInfo} class="mt-0.5" />
          <span class="min-w-0">{say(ending())}</span>
        </p>
      )}
    </Show>
  );
}
