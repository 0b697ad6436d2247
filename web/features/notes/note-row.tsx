import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { NoteItem } from "#domain/notes/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Avatar } from "#web/ui/avatar.tsx";
import type { People } from "#web/features/clients/people.ts";

const MOST_FACES = 4;

/** A note in the list: day, title, client, who was there. On a phone the day stands below the title. */
export function NoteRow(props: {
  note: NoteItem;
  /** As it is written on this device. */
  title: string;
  client: string | undefined;
  people: People;
}) {
  const t = useTexts();
  const f = useFormat();
  const more = () => props.note.peopleIds.length - MOST_FACES;
  return (
    <li>
      <A
        href={`/notes/${props.note.id}`}
        class="flex min-h-11 items-center gap-4 px-4 py-2 hover:bg-hover phone:flex-wrap phone:gap-x-3 phone:gap-y-1 phone:py-3"
      >
        <time
          dateTime={props.note.heldOn}
          class="num w-24 shrink-0 text-ink-2 phone:order-2 phone:w-auto phone:text-small"
        >
          {f().day(props.note.heldOn)}
        </time>
        <span class="min-w-0 flex-1 truncate font-medium phone:basis-full phone:whitespace-normal">
          {props.title}
        </span>
        <Show when={props.client}>
          <span class="max-w-52 min-w-0 truncate text-ink-2 phone:order-2 phone:flex-1 phone:text-small">
            {props.client}
          </span>
        </Show>
        <span class="flex w-28 shrink-0 items-center justify-end gap-0.5 phone:order-3 phone:ml-auto phone:w-auto">
          <Show when={props.note.peopleIds.length > 0}>
            <span class="sr-only">{t().notes.count(props.note.peopleIds.length)}</span>
          </Show>
          <For each={props.note.peopleIds.slice(0, MOST_FACES)}>
            {(id) => {
              const person = () => props.people.find(id);
              return <Avatar person={person()} self={person().self} size={20} decorative />;
            }}
          </For>
          <Show when={more() > 0}>
            <span class="num pl-1 text-small text-ink-3" aria-hidden="true">{`+${more()}`}</span>
          </Show>
        </span>
      </A>
    </li>
  );
}
