import { For } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Avatar } from "#web/ui/avatar.tsx";
import { cx } from "#web/ui/cx.ts";
import type { Mentionable } from "./mention.ts";

/** Whom the typed name may mean. The field keeps the focus; arrows and Enter are its own. */
export function MentionList(props: {
  id: string;
  people: readonly Mentionable[];
  active: number;
  onPick: (person: Mentionable) => void;
}) {
  const t = useTexts();
  return (
    <div
      id={props.id}
      role="listbox"
      aria-label={t().cardTalk.editor.mentions}
      class="absolute bottom-full left-2 z-popover mb-1 w-64 max-w-[calc(100%-16px)] rounded-3 border border-line-2 bg-raised p-1 shadow-3"
    >
      <For each={props.people}>
        {(person, index) => (
          // The keys are the field's, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            id={`${props.id}-${index()}`}
            role="option"
            tabIndex={-1}
            aria-selected={index() === props.active}
            class={cx(
              "flex h-8 cursor-default items-center gap-2 rounded-2 px-2 hover:bg-hover phone:h-11",
              index() === props.active && "bg-hover",
            )}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => props.onPick(person)}
          >
            <Avatar person={person} size={20} decorative />
            <span class="truncate font-medium">{person.name}</span>
          </div>
        )}
      </For>
    </div>
  );
}
