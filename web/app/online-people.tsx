import { createMemo, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { useLive } from "#web/lib/live.tsx";
import { othersOnline } from "#web/lib/others-online.ts";
import { session } from "#web/lib/session.ts";
import { AvatarStack } from "#web/ui/avatar.tsx";

/** The others who have the organization open now. */
export function OnlinePeople() {
  const t = useTexts();
  const live = useLive();
  const people = createMemo(() =>
    othersOnline(live.people(), session.me()?.person.id).map(({ userId, name }) => ({
      id: userId,
      name,
      presence: "online" as const,
    })),
  );
  return (
    <Show when={people().length > 0}>
      <div
        role="group"
        aria-label={t().app.online.label(people().length)}
        class="flex items-center gap-3 phone:hidden"
      >
        <span aria-hidden="true" class="h-4 w-px bg-line-2" />
        <AvatarStack people={people()} size={24} max={4} />
      </div>
    </Show>
  );
}
