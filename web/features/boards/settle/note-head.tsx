import { useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { referenceOf } from "#web/features/boards/board/reference.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import type { Note } from "#web/features/boards/sync/note.ts";
import { cardIn } from "./note-text.ts";

/** Which card it is about, which opens by its name, and when it was changed. */
export function NoteHead(props: { note: Note }) {
  const t = useTexts();
  const f = useFormat();
  const room = useRoom();
  const [, setSearch] = useSearchParams();
  const id = () => cardIn(props.note.op);
  const held = () => room.live.card(id() ?? "") ?? props.note.card;
  const reference = () => referenceOf(room.record().prefix, held()?.number ?? null);
  const title = () => {
    const { op } = props.note;
    const column = "column" in op ? room.live.columns().find((one) => one.id === op.column) : null;
    const written = "fields" in op && "title" in op.fields ? op.fields.title : undefined;
    return held()?.title ?? written ?? column?.name ?? t().boardSettle.unknown;
  };
  return (
    <p class="mb-1 flex flex-wrap items-baseline gap-x-2">
      <Show
        when={held() && id()}
        fallback={<span class="min-w-0 break-words font-semibold">{title()}</span>}
      >
        {(card) => (
          <TextButton
            class="min-w-0 text-left break-words"
            onClick={() => setSearch({ settle: undefined, card: card() })}
          >
            {reference() ? `${reference()} · ${title()}` : title()}
          </TextButton>
        )}
      </Show>
      <span class="text-small text-ink-3">{t().boardSettle.at(f().moment(props.note.at))}</span>
    </p>
  );
}
