import { Show } from "solid-js";
import { versionOf } from "#domain/boards/changes.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import type { GaveWay, Note } from "#web/features/boards/sync/note.ts";
import { isAlike, standing, useNoteText, writtenIn } from "./note-text.ts";
import { TwoTexts } from "./two-texts.tsx";

/**
 * Two values, of which one gave way: somebody else's to this person's change, or this person's to somebody's who had not
 * seen it. Either is kept, which writes it where the board shows something else by now.
 */
export function ReplacedValue(props: { note: Note; value: GaveWay }) {
  const t = useTexts();
  const room = useRoom();
  const text = useNoteText();
  const words = () => t().boardSettle;
  const register = () => props.value.register;
  const isTheirs = () => props.note.by !== undefined;
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : room.nameOf(id));
  const record = () => {
    const { id } = props.value;
    return room.live.card(id) ?? room.live.columns().find((column) => column.id === id);
  };
  const version = () => {
    const known = record();
    return known && versionOf(known, register());
  };
  /**
   * The page was opened with an older copy of the board and has yet to hear of the change that this is about: what were
   * given back now would be over something older, and be left out as outdated.
   */
  const isBehind = () => {
    const known = version();
    const heard = isTheirs() ? props.value.version : props.value.version + 1;
    return known !== undefined && known < heard;
  };
  const now = () => standing(record(), register());
  const shows = (value: unknown) => !isBehind() && isAlike(register(), now(), value);
  /** What this person wrote: the last of it, when they went on before anybody could tell them. */
  const mine = () => {
    if (isTheirs()) return props.value.value;
    const known = version();
    const isLast = known !== undefined && known === room.live.wroteAt(props.value.id, register());
    const wrote = writtenIn(props.note.op).find((one) => one.register === register());
    return isLast ? now() : wrote?.value;
  };
  /** With `by` the value that took this person's place is not kept: the board's own stands for it. */
  const theirs = () => (isTheirs() ? now() : props.value.value);
  const otherName = () => {
    if (!isTheirs()) return words().theirs(nameOf(props.value.author));
    const isTheOne = version() === props.value.version;
    return isTheOne ? words().replacing(nameOf(props.note.by)) : words().standing;
  };
  const isThird = () => !isTheirs() && !isBehind() && !shows(mine()) && !shows(props.value.value);
  const settled = () => void room.live.settle(props.note.id, props.value);
  /** The board shows the value from now on. A place that was left is asked for as it was at first. */
  const keep = (value: unknown) => {
    const { op } = props.note;
    if (!shows(value)) {
      const again = op.kind === "card.move" && value !== props.value.value;
      if (again) void room.live.act(op);
      else void room.live.giveBack({ ...props.value, value });
    }
    settled();
  };
  const cannot = (value: unknown) => !shows(value) && (!room.may.write() || isBehind());
  return (
    <section>
      <h4 class="font-medium">{words().replaced(text.field(register()))}</h4>
      <TwoTexts
        mine={[words().mine, text.value(register(), mine()), shows(mine())]}
        other={[otherName(), text.value(register(), theirs()), shows(theirs())]}
      />
      <Show when={isThird()}>
        <p class="mt-1.5 break-words">
          <span class="text-ink-3">{words().standing} </span>
          {text.value(register(), now())}
        </p>
      </Show>
      <div class="mt-2 flex flex-wrap gap-2">
        <Show
          when={isTheirs()}
          fallback={
            <>
              <Button size="sm" disabled={cannot(mine())} onClick={() => keep(mine())}>
                {words().keepMine}
              </Button>
              <Button size="sm" disabled={cannot(theirs())} onClick={() => keep(theirs())}>
                {shows(theirs()) ? words().leave : words().giveBack}
              </Button>
              <Show when={isThird()}>
                <Button size="sm" onClick={settled}>
                  {words().leaveBoard}
                </Button>
              </Show>
            </>
          }
        >
          <Button size="sm" onClick={settled}>
            {words().leave}
          </Button>
          <Button size="sm" disabled={cannot(mine())} onClick={() => keep(mine())}>
            {words().takeBack}
          </Button>
        </Show>
      </div>
    </section>
  );
}
