import { versionOf } from "#domain/boards/changes.ts";
import type { BoardRoom } from "#web/features/boards/board/room.tsx";
import type { GaveWay, Note } from "#web/features/boards/sync/note.ts";
import { isAlike, standing, writtenIn } from "./note-text.ts";

type Known = Pick<BoardRoom, "live">;

/** A card that was deleted over this person's writing is on the board again, whoever brought it back. */
export function isCardBack({ live }: Known, { op, by, reason, overwrote }: Note): boolean {
  if (op.kind !== "card.restore" || reason !== "card_deleted" || by === undefined) return false;
  const card = live.card(op.card);
  if (!card || card.deleted) return false;
  // An older copy of the board has yet to hear of the deletion.
  return overwrote.every(({ version }) => versionOf(card, "deleted") > version);
}

/**
 * Whether there is nothing left to choose: the board shows this person's own value again, they wrote another one since
 * from whichever device, or both values read the same.
 */
export function isMoot({ live }: Known, note: Note, value: GaveWay): boolean {
  if (note.reason !== null) return false;
  const { id, register, version } = value;
  if (note.by === undefined) {
    const wrote = writtenIn(note.op).find((one) => one.register === register);
    return wrote !== undefined && isAlike(register, wrote.value, value.value);
  }
  const record = live.card(id) ?? live.columns().find((column) => column.id === id);
  if (!record || versionOf(record, register) < version) return false;
  return (
    live.wroteAt(id, register) > version ||
    isAlike(register, standing(record, register), value.value)
  );
}
