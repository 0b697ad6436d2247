import IconNote from "~icons/lucide/notebook-pen";
import { A } from "@solidjs/router";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { isNote } from "#domain/boards/parts.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { isOnline } from "#web/lib/online.ts";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { ComboboxList } from "#web/ui/combobox-list.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { LinkSection } from "./link-section.tsx";
import { foundNotesQuery, namedNotesQuery } from "./note-queries.ts";
import { UnlinkButton } from "./unlink-button.tsx";

const reads = () => session.can("notes.read");

/** The meeting notes that a card is linked with: one step away, added and ended like the links with cards. */
export function NoteLinks(props: { card: Card }) {
  const t = useTexts();
  const room = useRoom();
  const [open, setOpen] = createSignal(false);
  const texts = () => t().boardCard.notes;
  const ids = createMemo(() => Object.keys(props.card.links).filter(isNote).toSorted());
  const named = useQuery(() => ({
    ...namedNotesQuery(ids()),
    enabled: reads() && ids().length > 0,
  }));
  /** Undefined while it is not known, null for a note that is gone. */
  const noteOf = (id: string) => {
    const items = named.data?.items;
    const found = items?.find((note) => note.id === id);
    // What is shown of another card's notes, while this card's are read, says nothing of them.
    return found ?? (items && !named.isPlaceholderData && !named.error ? null : undefined);
  };
  const link = (other: string, relation: "relates" | null) => {
    setOpen(false);
    void room.live.act({ kind: "card.link", card: props.card.id, other, relation });
  };
  const missing = (id: string) => (reads() && noteOf(id) === null ? texts().gone : texts().untold);
  const add = () => ({
    text: texts().add,
    label: texts().add,
    icon: IconNote,
    picker: () => <NotePick linked={ids()} onPick={(id) => link(id, "relates")} />,
  });
  return (
    <LinkSection
      title={texts().title}
      count={ids().length}
      add={room.may.write() && reads() ? add() : null}
      open={open()}
      onOpenChange={setOpen}
      popover="w-80"
    >
      <For each={ids()}>
        {(id) => (
          <li class="group/link flex min-h-8 items-center gap-2 phone:min-h-11">
            <Icon of={IconNote} class="shrink-0 text-ink-3" />
            <Show
              when={noteOf(id)}
              fallback={<span class="min-w-0 flex-1 truncate text-ink-3">{missing(id)}</span>}
            >
              {(note) => <NoteName id={id} title={note().title} heldOn={note().heldOn} />}
            </Show>
            <Show when={room.may.write()}>
              <UnlinkButton
                label={texts().remove(noteOf(id)?.title ?? missing(id))}
                onClick={() => link(id, null)}
              />
            </Show>
          </li>
        )}
      </For>
    </LinkSection>
  );
}

function NoteName(props: { id: string; title: string; heldOn: string }) {
  const f = useFormat();
  return (
    <A
      href={`/notes/${props.id}`}
      class="flex min-w-0 flex-1 items-baseline gap-2 rounded-1 text-accent-ink hover:underline"
    >
      <span class="min-w-0 truncate font-medium">{props.title}</span>
      <span class="num shrink-0 text-small text-ink-3">{f().day(props.heldOn)}</span>
    </A>
  );
}

/** Chooses a note: one of the latest, or by words. */
function NotePick(props: { linked: readonly string[]; onPick: (id: string) => void }) {
  const t = useTexts();
  const f = useFormat();
  const [typed, setTyped] = createSignal("");
  const found = useQuery(() => foundNotesQuery(typed().trim()));
  const options = createMemo(() =>
    (found.data?.items ?? [])
      .filter(({ id }) => !props.linked.includes(id))
      .map(({ id, title, heldOn }) => ({
        value: id,
        label: title,
        icon: IconNote,
        note: f().day(heldOn),
      })),
  );
  return (
    <ComboboxList
      label={t().boardCard.notes.note}
      options={options()}
      loading={found.isPending && isOnline()}
      chosen={[]}
      onSearch={setTyped}
      onToggle={(id) => props.onPick(id)}
    />
  );
}
