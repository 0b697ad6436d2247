import IconInfo from "~icons/lucide/info";
import { Show } from "solid-js";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { session, type Ending } from "#web/lib/session.ts";
import { Icon } from "#web/ui/icon.tsx";

/** Why the person stands before the sign-in form without having asked for it. Nothing when they know. */
export function EndingNotice() {
  const t = useTexts();
  const f = useFormat();
  const say = (ending: Ending) => {
    if (ending.kind !== "removed") return t().identity.ending[ending.kind];
    const { organization, deletedAt } = ending;
    if (!deletedAt) return t().identity.ending.removed(organization);
    return t().deletion.gone(organization, f().moment(deletedAt));
  };
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
