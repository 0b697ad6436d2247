import IconBack from "~icons/lucide/archive-restore";
import { For, Show } from "solid-js";
import type { OffBoardCard } from "#domain/boards/archive-api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { Tag } from "#web/ui/tag.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { useWent, WentLink } from "#web/features/boards/card/went.tsx";

/** A card off the board, with the way back. */
export function OffCardRow(props: {
  card: OffBoardCard;
  chosen: boolean;
  back: string;
  onChoose: () => void;
  onBack: () => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const room = useRoom();
  const say = useWent();
  const went = () => props.card.movedTo ?? undefined;
  return (
    <li class="flex items-start gap-3 px-3 py-2.5">
      <Show when={room.may.write()}>
        <Checkbox
          label={t().boardCard.archive.choose(props.card.title)}
          labelHidden
          checked={props.chosen}
          onChange={() => props.onChoose()}
          class="pt-0.5"
        />
      </Show>
      <div class="min-w-0 flex-1">
        <p class="font-medium [overflow-wrap:anywhere]">{props.card.title}</p>
        <p class="text-small text-ink-3">
          <span class="num">{props.card.reference}</span>
          {`, ${props.card.columnName}, ${f().moment(props.card.updatedAt)}`}
        </p>
        <Show when={went()}>{(there) => <p class="text-small text-ink-2">{say(there())}</p>}</Show>
        <Show when={props.card.tags.length > 0}>
          <div class="mt-1 flex flex-wrap gap-1">
            <For each={props.card.tags}>
              {(tag) => <Tag label={tag} color={room.tagColor(tag)} />}
            </For>
          </div>
        </Show>
      </div>
      <Show when={went()}>{(there) => <WentLink went={there()} title={props.card.title} />}</Show>
      <Show when={room.may.write()}>
        <Button
          size="sm"
          icon={IconBack}
          aria-label={`${props.back}: ${props.card.title}`}
          onClick={() => props.onBack()}
        >
          {props.back}
        </Button>
      </Show>
    </li>
  );
}
