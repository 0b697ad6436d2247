import { createSignal } from "solid-js";
import type { LoggedOp } from "#domain/boards/messages.ts";
import type { Card } from "#domain/boards/model.ts";
import type { Op } from "#domain/boards/ops.ts";
import type { Overwritten } from "#domain/boards/verdict.ts";
import { type Keeper, withNotes } from "./keeper.ts";
import { type Note, writesAnew } from "./note.ts";

const isSame = (a: Overwritten, b: Overwritten) => a.id === b.id && a.register === b.register;

/** What a person has to settle on a board, on the device and as Solid state; there once it was read. */
export function createNotes(deps: {
  keeper: Keeper;
  userId: string;
  now(): number;
  cardOf(id: string): Card | undefined;
}) {
  const { keeper } = deps;
  const [notes, setNotes] = createSignal<readonly Note[]>([]);
  /** The version of this person's last op on a register that arrived, from whichever device. */
  const written = new Map<string, number>();

  /** The note with the name of its card, for when that can't be read any more. */
  function named(note: Note): Note {
    const held = "card" in note.op && !note.card ? deps.cardOf(note.op.card) : undefined;
    return held ? { ...note, card: { number: held.number, title: held.title } } : note;
  }

  async function keep(given: Note): Promise<void> {
    const note = named(given);
    setNotes((list) => withNotes(list, [note]));
    await keeper.note(note).catch(() => undefined);
  }

  async function settle(id: string, value?: Overwritten): Promise<void> {
    const note = notes().find((one) => one.id === id);
    const overwrote = value && note ? note.overwrote.filter((one) => !isSame(one, value)) : [];
    if (note && overwrote.length > 0) return keep({ ...note, overwrote });
    setNotes((list) => list.filter((one) => one.id !== id));
    await keeper.settle(id).catch(() => undefined);
  }

  /** Reads what the device has. What came meanwhile stays. */
  async function read(): Promise<void> {
    const held = await keeper.notes().catch(() => []);
    setNotes((list) => withNotes(held, list));
  }

  return {
    notes,
    read,
    keep,
    /** A note is settled: one of the values that it tells of, or all of it. */
    settle,
    /** Takes in what answers left, which is on the device, though without the names of cards. */
    noted: (list: readonly Note[]): void => {
      setNotes((all) => withNotes(all, list.map(named)));
      for (const note of list) if (named(note) !== note) void keep(note);
    },
    /** Keeps a description that somebody else's came before while it was written, to be compared. */
    keepConflict: (op: Op): Promise<void> => {
      const at = new Date(deps.now()).toISOString();
      const id = `here:${crypto.randomUUID()}`;
      return keep({ id, at, op, reason: "description_conflict", overwrote: [] });
    },
    /** Ops that this person just did write values anew, knowing of the notes: those are settled. */
    decided(ops: readonly Op[]): void {
      for (const note of notes()) {
        if (note.reason !== null) continue;
        for (const value of note.overwrote) {
          if (ops.some((op) => writesAnew(op, value))) void settle(note.id, value);
        }
      }
    },
    /** Remembers what this person wrote, also from other devices. */
    heard(ops: readonly LoggedOp[]): void {
      for (const { userId, version, changes } of ops) {
        if (userId !== deps.userId) continue;
        for (const { id, set } of changes) {
          for (const name of Object.keys(set)) written.set(`${id} ${name}`, version);
        }
      }
    },
    /** The version under which this person last wrote a register, as far as this page heard; 0 when it did not. */
    wroteAt: (id: string, register: string) =>
      written.get(`${id} ${register === "position" ? "rank" : register}`) ?? 0,
  };
}
