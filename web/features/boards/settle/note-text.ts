import type { Op } from "#domain/boards/ops.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useValueText } from "#web/features/audit/value-text.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";

/** A field that an op writes, by the name of its register. */
export interface Written {
  register: string;
  value: unknown;
}

/** What somebody put into an op, field by field; lists that are changed one by one are left to the record. */
export function writtenIn(op: Op): Written[] {
  if (op.kind === "card.move") return [{ register: "position", value: { columnId: op.column } }];
  if ("text" in op && typeof op.text === "string") return [{ register: "text", value: op.text }];
  const values = "set" in op ? op.set : "fields" in op ? op.fields : {};
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([register, value]) => ({ register, value: value as unknown }));
}

/** The card that an op is about; null when it is about something else. */
export function cardIn(op: Op): string | null {
  return "card" in op && typeof op.card === "string" ? op.card : null;
}

/** What a register of a record is now. A place is told by the record itself. */
export function standing(held: object | undefined, register: string): unknown {
  const values = held as Record<string, unknown> | undefined;
  return register === "position" ? values : values?.[register];
}

/** Whether two values of a register are the same to whoever reads them: of a place it is the column. */
export function isAlike(register: string, a: unknown, b: unknown): boolean {
  if (register === "position") return record(a)["columnId"] === record(b)["columnId"];
  return JSON.stringify(a) === JSON.stringify(b);
}

const record = (value: unknown) => (value ?? {}) as Record<string, unknown>;

/** Registers and their values in words. */
export function useNoteText() {
  const t = useTexts();
  const room = useRoom();
  const nameOf = (id: string) =>
    room.people().get(id)?.name ??
    room.clientName(id.startsWith("cli_") ? id : null) ??
    room.live.columns().find((column) => column.id === id)?.name ??
    room.live.card(id)?.title;
  const say = useValueText(nameOf);
  const fields = (): Readonly<Record<string, string>> => t().audit.fields;
  return {
    field(register: string): string {
      if (register === "position") return t().audit.fields.columnId;
      const [kind = register] = register.split(".");
      return fields()[kind] ?? kind;
    },
    value(register: string, value: unknown): string {
      if (register === "position") return say("columnId", record(value)["columnId"]);
      // A part of a list, such as an item of a checklist, is told by its words.
      const words = register.includes(".")
        ? (record(value)["text"] ?? record(value)["name"])
        : value;
      return say(register, words);
    },
  };
}
