import { createSignal, For, Show } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Tag } from "#web/ui/tag.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { tagColor } from "#web/features/boards/board/tag-color.ts";

/** Tags of a card: typed and added with Enter, taken away with their cross. */
export function TagsField(props: { card: Card; locked: boolean }) {
  const t = useTexts();
  const room = useRoom();
  const [text, setText] = createSignal("");
  const change = (tags: { add: string[]; remove: string[] }) =>
    void room.live.act({ kind: "card.update", card: props.card.id, set: {}, tags });
  const add = () => {
    const tag = text().trim();
    setText("");
    if (tag !== "" && !props.card.tags.includes(tag)) change({ add: [tag], remove: [] });
  };
  return (
    <div class="flex min-w-0 flex-col gap-1.5">
      <Show
        when={!props.locked}
        fallback={<span class="text-small">{t().boardScreen.card.tags}</span>}
      >
        <TextField
          label={t().boardScreen.card.tags}
          placeholder={t().boardScreen.card.addTag}
          value={text()}
          maxLength={40}
          onInput={setText}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.isComposing) return;
            event.preventDefault();
            add();
          }}
        />
      </Show>
      <div class="flex flex-wrap gap-1">
        <For each={props.card.tags}>
          {(tag) => (
            <Tag
              label={tag}
              color={tagColor(tag)}
              onRemove={props.locked ? undefined : () => change({ add: [], remove: [tag] })}
            />
          )}
        </For>
      </div>
    </div>
  );
}
