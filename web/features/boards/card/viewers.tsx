import { Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { AvatarStack } from "#web/ui/avatar.tsx";
import { useViewers } from "./use-viewers.ts";

/** Who else has this card open now. `mark` leaves the words to those who listen: in a row of many. */
export function Viewers(props: { card: string; mark?: boolean }) {
  const t = useTexts();
  const people = useViewers(() => props.card);
  return (
    <Show when={people().length > 0}>
      <span data-viewers class="mr-1 inline-flex shrink-0 items-center gap-2 text-small text-ink-2">
        <AvatarStack people={people()} />
        <span class={props.mark ? "sr-only" : "phone:hidden"}>
          {t().cardTalk.viewing(people().length)}
        </span>
      </span>
    </Show>
  );
}
