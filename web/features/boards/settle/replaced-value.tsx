import { versionOf } from "#domain/boards/changes.ts";
import type { Overwritten } from "#domain/boards/verdict.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import type { Note } from "#web/features/boards/sync/note.ts";
import { useNoteText, writtenIn } from "./note-text.ts";
import { TwoTexts } from "./two-texts.tsx";

/**
 * Two values, of which one gave way: somebody else's to this person's change, or this person's to somebody's who had not
 * seen it. The one that stands is kept, or the other given back.
 */
export function ReplacedValue(props: { note: Note; value: Overwritten }) {
  const t = useTexts();
  const room = useRoom();
  const text = useNoteText();
  const words = () => t().boardSettle;
  const isTheirs = () => props.note.by !== undefined;
  const by = () => room.people().get(props.note.by ?? "")?.name;
  const wrote = () => writtenIn(props.note.op).find((one) => one.register === props.value.register);
  const record = () => {
    const { id } = props.value;
    return room.live.card(id) ?? room.live.columns().find((column) => column.id === id);
  };
  /**
   * The page was opened with an older copy of the board and has yet to hear of the change that this is about: what were
   * given back now would be over something older, and be left out as outdated.
   */
  const isBehind = () => {
    const { register, version } = props.value;
    const known = record();
    return known !== undefined && versionOf(known, register) < (isTheirs() ? version : version + 1);
  };
  /** The value that this person's gave way to stands on the board. */
  const stands = (): unknown => {
    const { register } = props.value;
    const values = record() as unknown as Record<string, unknown> | undefined;
    return register === "position" ? values : values?.[register];
  };
  const mine = () => (isTheirs() ? props.value.value : wrote()?.value);
  const theirs = () => (isTheirs() ? stands() : props.value.value);
  const settled = () => void room.live.settle(props.note.id, props.value);
  return (
    <section>
      <h4 class="font-medium">{words().replaced(text.field(props.value.register))}</h4>
      <TwoTexts
        mine={[words().mine, text.value(props.value.register, mine())]}
        other={[
          isTheirs() ? words().replacing(by()) : words().theirs,
          text.value(props.value.register, theirs()),
        ]}
      />
      <div class="mt-2 flex flex-wrap gap-2">
        <Button size="sm" onClick={settled}>
          {isTheirs() ? words().leave : words().keepMine}
        </Button>
        <Button
          size="sm"
          disabled={!room.may.write() || isBehind()}
          onClick={() => {
            void room.live.giveBack(props.value);
            settled();
          }}
        >
          {isTheirs() ? words().takeBack : words().giveBack}
        </Button>
      </div>
    </section>
  );
}
