import IconLink from "~icons/lucide/link";
import { createSignal, For, Show } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { isKeptAlone, linkedCard, type Relation } from "#domain/boards/parts.ts";
import { isThere } from "#domain/boards/whole.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { LinkForm } from "./link-form.tsx";
import { LinkSection } from "./link-section.tsx";
import { OutsideRow } from "./outside-row.tsx";
import { RELATION_ICONS } from "./relation-icons.ts";
import { UnlinkButton } from "./unlink-button.tsx";
import { useUnlink } from "./use-unlink.ts";

/** What keeps a card back comes first. */
const ORDER: readonly Relation[] = ["blocked_by", "blocks", "relates"];

/** The cards that a card is linked with, from its side: what blocks it, what it blocks, what belongs together. */
export function Links(props: { card: Card; onOpen: (card: string) => void }) {
  const t = useTexts();
  const room = useRoom();
  const [open, setOpen] = createSignal(false);
  const texts = () => t().boardCard.links;
  const links = () =>
    Object.entries(props.card.links)
      .filter(([key]) => !isKeptAlone(key))
      .toSorted(([, a], [, b]) => ORDER.indexOf(a) - ORDER.indexOf(b));
  const outside = () =>
    room.outside
      .of(props.card)
      .toSorted((a, b) => ORDER.indexOf(a.relation) - ORDER.indexOf(b.relation));
  const count = () => links().length + outside().length;
  const unlink = useUnlink(() => props.card);
  const link = (key: string, relation: Relation | null) => {
    setOpen(false);
    const { card: other, ...board } = linkedCard(key);
    void room.live.act({ kind: "card.link", card: props.card.id, other, ...board, relation });
  };
  const add = () => ({
    text: texts().add,
    label: texts().addTitle,
    icon: IconLink,
    picker: () => <LinkForm card={props.card} onLink={link} />,
  });
  return (
    <LinkSection
      title={texts().title}
      count={count()}
      add={room.may.write() ? add() : null}
      open={open()}
      onOpenChange={setOpen}
      popover="w-112 max-w-full"
    >
      <For each={links().map(([id]) => id)}>
        {(id) => (
          <LinkRow
            id={id}
            relation={props.card.links[id] ?? "relates"}
            onOpen={() => props.onOpen(id)}
            onRemove={() => link(id, null)}
          />
        )}
      </For>
      <For each={outside()}>
        {(one) => <OutsideRow link={one} onRemove={() => void unlink(one)} />}
      </For>
    </LinkSection>
  );
}

function LinkRow(props: {
  id: string;
  relation: Relation;
  onOpen: () => void;
  onRemove: () => void;
}) {
  const t = useTexts();
  const room = useRoom();
  const other = () => {
    const card = room.live.card(props.id);
    return card && isThere(card) ? card : undefined;
  };
  const column = () => room.live.columns().find(({ id }) => id === other()?.columnId);
  const done = () => column()?.category === "done";
  const name = () => other()?.title ?? t().boardCard.links.gone;
  return (
    <li class="group/link flex min-h-8 items-center gap-2 phone:min-h-11 phone:flex-wrap phone:py-1">
      <Icon
        of={RELATION_ICONS[props.relation]}
        class={props.relation === "blocked_by" && other() && !done() ? "text-bad" : "text-ink-3"}
      />
      <span class="shrink-0 text-small text-ink-2 phone:flex-1">
        {t().boards.relations[props.relation]}
      </span>
      <Show
        when={other()}
        fallback={
          <span class="min-w-0 flex-1 truncate text-ink-3 phone:order-last phone:basis-full phone:whitespace-normal">
            {t().boardCard.links.gone}
          </span>
        }
      >
        {(card) => (
          <button
            type="button"
            class="min-w-0 flex-1 rounded-1 text-left font-medium text-accent-ink hover:underline phone:order-last phone:basis-full"
            onClick={() => props.onOpen()}
          >
            <span class="block truncate phone:line-clamp-2 phone:whitespace-normal">
              <span class="num">{room.reference(card())}</span>
              {` ${card().title}`}
            </span>
          </button>
        )}
      </Show>
      <Show when={column()}>
        {(shown) => (
          <Chip tone={done() ? "ok" : "neutral"} class="max-w-32">
            {shown().name}
          </Chip>
        )}
      </Show>
      <Show when={room.may.write()}>
        <UnlinkButton label={t().boardCard.links.remove(name())} onClick={() => props.onRemove()} />
      </Show>
    </li>
  );
}
