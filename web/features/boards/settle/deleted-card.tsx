import { For } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { CopyButton } from "#web/ui/copy-button.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import type { Note } from "#web/features/boards/sync/note.ts";
import { useNoteText } from "./note-text.ts";

/** A card that somebody deleted without having seen what this person wrote on it: all of that, and the way back. */
export function DeletedCard(props: { note: Note }) {
  const t = useTexts();
  const room = useRoom();
  const text = useNoteText();
  const words = () => t().boardSettle;
  const settle = () => void room.live.settle(props.note.id);
  const restore = () => {
    settle();
    void room.live.act(props.note.op);
  };
  return (
    <section>
      <p class="text-ink-2">{words().deletedUnseen(room.nameOf(props.note.by ?? ""))}</p>
      <For each={props.note.overwrote}>
        {({ register, value }) => (
          <div class="mt-1.5 flex items-start gap-2">
            <p class="min-w-0 flex-1 whitespace-pre-wrap break-words">
              <span class="text-ink-3">{text.field(register)} </span>
              {text.value(register, value)}
            </p>
            <CopyButton text={text.value(register, value)} label={words().copyText} />
          </div>
        )}
      </For>
      <div class="mt-2 flex flex-wrap gap-2">
        <Button size="sm" disabled={!room.may.write()} onClick={restore}>
          {words().restoreCard}
        </Button>
        <Button size="sm" onClick={settle}>
          {words().leaveDeleted}
        </Button>
      </div>
    </section>
  );
}
