import { createMemo, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { useLive } from "#web/lib/live.tsx";
import { othersOnline } from "#web/lib/others-online.ts";
import { session } from "#web/lib/session.ts";
import { AvatarStack } from "#web/ui/avatar.tsx";

/** Who else has this client open now. */
export function Watchers(props: { id: string }) {
  const t = useTexts();
  const live = useLive();
  const here = createMemo(() => {
    const place = `/clients/${props.id}`;
    const people = live.people().filter((person) => person.place === place);
    return othersOnline(people, session.me()?.person.id).map(({ userId, name }) => ({
      id: userId,
      name,
    }));
  });
  const only = () => (here().length === 1 ? here()[0] : undefined);
  return (
    <Show when={here().length > 0}>
      <span class="mr-1 flex items-center gap-2 text-small text-ink-2">
        <AvatarStack people={here()} />
        <Show when={only()}>
          {(person) => (
            <span class="phone:hidden">
              {t().clients.panel.watching(person().name.split(" ")[0] ?? "")}
            </span>
          )}
        </Show>
      </span>
    </Show>
  );
}
