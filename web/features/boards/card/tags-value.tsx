import { For, Show } from "solid-js";
import { type Card, TAG_MOST } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Tag } from "#web/ui/tag.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { useTooLong } from "#web/features/boards/board/too-long.ts";
import { Pick } from "./pick.tsx";

/** Tags of a card: chosen among the board's, or made by typing. */
export function TagsValue(props: { card: Card; locked: boolean }) {
  const t = useTexts();
  const room = useRoom();
  const tooLong = useTooLong();
  const toggle = (tag: string) => {
    const on = props.card.tags.includes(tag);
    const tags = on ? { add: [], remove: [tag] } : { add: [tag], remove: [] };
    void room.live.act({ kind: "card.update", card: props.card.id, set: {}, tags });
  };
  return (
    <Pick
      multiple
      label={t().boardScreen.card.tags}
      locked={props.locked}
      options={room.tags().map((tag) => ({
        value: tag,
        label: tag,
        mark: () => <Tag label="" color={room.tagColor(tag)} class="w-4.5 px-1!" />,
      }))}
      chosen={props.card.tags}
      onPick={toggle}
      onCreate={toggle}
      refuse={(text) => tooLong(text, TAG_MOST)}
      value={() => (
        <Show
          when={props.card.tags.length > 0}
          fallback={<span class="text-ink-3">{t().boardScreen.card.addTag}</span>}
        >
          <span class="flex min-w-0 flex-wrap gap-1">
            <For each={props.card.tags}>
              {(tag) => <Tag label={tag} color={room.tagColor(tag)} />}
            </For>
          </span>
        </Show>
      )}
    />
  );
}
