import type { Overwritten } from "#domain/boards/verdict.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import type { Note } from "#web/features/boards/sync/note.ts";
import { useNoteText, writtenIn } from "./note-text.ts";
import { TwoTexts } from "./two-texts.tsx";

/** A value of somebody else that this person's change replaced: keep one's own, or give theirs back. */
export function ReplacedValue(props: { note: Note; value: Overwritten }) {
  const t = useTexts();
  const room = useRoom();
  const text = useNoteText();
  const words = () => t().boardSettle;
  const mine = () => writtenIn(props.note.op).find((one) => one.register === props.value.register);
  const settled = () => void room.live.settle(props.note.id, props.value);
  return (
    <section>
      <h4 class="font-medium">{words().replaced(text.field(props.value.register))}</h4>
      <TwoTexts
        mine={[words().mine, text.value(props.value.register, mine()?.value)]}
        other={[words().theirs, text.value(props.value.register, props.value.value)]}
      />
      <div class="mt-2 flex flex-wrap gap-2">
        <Button size="sm" onClick={settled}>
          {words().keepMine}
        </Button>
        <Button
          size="sm"
          disabled={!room.may.write()}
          onClick={() => {
            void room.live.giveBack(props.value);
            settled();
          }}
        >
          {words().giveBack}
        </Button>
      </div>
    </section>
  );
}
