import { createEffect, createSignal, on } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { typedText } from "#web/ui/typed-text.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { TitleNote } from "#web/features/boards/board/title-note.tsx";
import { useTitles } from "#web/features/boards/board/titles.ts";

/** The focus stays in the panel, so that Escape closes it next. */
const leave = (field: HTMLElement) => field.closest<HTMLElement>("[role=dialog]")?.focus();

/** The title, edited in place: Enter keeps it, Escape takes the old one back. */
export function CardTitle(props: { card: Card }) {
  const t = useTexts();
  const room = useRoom();
  const take = useTitles();
  const [text, setText] = createSignal("");
  createEffect(
    on(
      () => [props.card.id, props.card.title],
      () => setText(props.card.title),
    ),
  );
  const save = () => {
    const typed = text().trim().replaceAll(/\s+/g, " ");
    if (typed === "" || typed === props.card.title) {
      setText(props.card.title);
      return;
    }
    const set = take(typed, props.card.description);
    if (set) void room.live.act({ kind: "card.update", card: props.card.id, set });
  };
  return (
    <>
      <textarea
        rows={1}
        aria-label={t().boardScreen.card.title}
        readOnly={!room.may.write()}
        value={text()}
        class="field-sizing-content -mx-2 w-[calc(100%+16px)] resize-none rounded-2 bg-transparent px-2 py-1 text-title font-semibold outline-offset-[-1px] hover:bg-hover focus:bg-surface"
        onInput={(event) => setText(typedText(event))}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.isComposing) {
            event.preventDefault();
            leave(event.currentTarget);
          } else if (event.key === "Escape") {
            event.preventDefault();
            setText(props.card.title);
            leave(event.currentTarget);
          }
        }}
      />
      <TitleNote typed={text()} />
    </>
  );
}
