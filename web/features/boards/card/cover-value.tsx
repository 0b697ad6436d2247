import { createSignal, Show } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { swatchFill } from "#web/ui/tone.ts";
import { Swatches } from "#web/features/boards/board/swatches.tsx";
import { OpenValue } from "./pick.tsx";

/** The band over a card on the board: one of the palette's colours, or none. */
export function CoverValue(props: {
  card: Card;
  locked: boolean;
  onChange: (cover: Card["cover"]) => void;
}) {
  const t = useTexts();
  const [open, setOpen] = createSignal(false);
  return (
    <OpenValue
      label={t().boardCard.cover.title}
      locked={props.locked}
      open={open()}
      onOpen={setOpen}
      class="p-2"
      value={() => (
        <Show
          when={props.card.cover}
          fallback={<span class="text-ink-3">{t().boardCard.cover.none}</span>}
        >
          {(cover) => (
            <>
              <span
                class={cx("h-2 w-8 rounded-1 border border-line-control", swatchFill[cover()])}
              />
              {t().boards.colors[cover()]}
            </>
          )}
        </Show>
      )}
    >
      <Swatches
        label={t().boardCard.cover.title}
        value={props.card.cover}
        none={t().boardCard.cover.none}
        onChoose={(cover) => props.onChange(cover)}
      />
    </OpenValue>
  );
}
