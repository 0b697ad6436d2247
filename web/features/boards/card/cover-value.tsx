import { createSignal, For, Match, Show, Switch } from "solid-js";
import { isPicture } from "#domain/boards/card-file.ts";
import { coverColor, coverFile } from "#domain/boards/cover.ts";
import type { Card } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { swatchFill } from "#web/ui/tone.ts";
import { Swatches } from "#web/features/boards/board/swatches.tsx";
import { Face } from "./files/face.tsx";
import { useCover } from "./files/use-cover.ts";
import { OpenValue } from "./pick.tsx";

/** What a card wears on the board: one of the palette's colours, one of its own pictures, or nothing. */
export function CoverValue(props: {
  card: Card;
  locked: boolean;
  onChange: (cover: Card["cover"]) => void;
}) {
  const t = useTexts();
  const cover = useCover();
  const [open, setOpen] = createSignal(false);
  const pictures = () => props.card.files.filter(isPicture);
  const worn = () => coverFile(props.card);
  return (
    <OpenValue
      label={t().boardCard.cover.title}
      locked={props.locked}
      open={open()}
      onOpen={setOpen}
      class="max-w-72 p-2"
      value={() => (
        <Switch fallback={<span class="text-ink-3">{t().boardCard.cover.none}</span>}>
          <Match when={coverColor(props.card.cover)}>
            {(color) => (
              <>
                <span
                  class={cx("h-2 w-8 rounded-1 border border-line-control", swatchFill[color()])}
                />
                {t().boards.colors[color()]}
              </>
            )}
          </Match>
          <Match when={worn()}>
            {(file) => (
              <>
                <span class="h-5 w-8 shrink-0 overflow-hidden rounded-1 border border-line bg-sunken">
                  <Face file={file()} />
                </span>
                <span class="truncate">{file().name}</span>
              </>
            )}
          </Match>
        </Switch>
      )}
    >
      <Swatches
        label={t().boardCard.cover.title}
        value={worn() ? undefined : coverColor(props.card.cover)}
        none={t().boardCard.cover.none}
        onChoose={(color) => props.onChange(color)}
      />
      <Show when={pictures().length > 0}>
        <div
          role="group"
          aria-label={t().boardCard.cover.pictures}
          class="mt-2 grid max-h-56 grid-cols-3 gap-1.5 overflow-y-auto border-t border-line p-0.5 pt-2"
        >
          <For each={pictures()}>
            {(file) => {
              const on = () => worn()?.id === file.id;
              return (
                <button
                  type="button"
                  aria-pressed={on()}
                  aria-label={t().boardCard.cover.picture(file.name)}
                  title={file.name}
                  class={cx(
                    "h-14 overflow-hidden rounded-2 border bg-sunken",
                    on() ? "border-accent ring-1 ring-accent" : "border-line hover:border-line-2",
                  )}
                  onClick={() => void cover(props.card.id, file, !on())}
                >
                  <Face
                    file={file}
                    fallback={
                      <span class="block truncate px-1 text-micro text-ink-3">{file.name}</span>
                    }
                  />
                </button>
              );
            }}
          </For>
        </div>
      </Show>
    </OpenValue>
  );
}
