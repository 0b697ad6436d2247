import { coverColor, coverFile } from "#domain/boards/cover.ts";
import { type Card, CardFields } from "#domain/boards/model.ts";
import type { Op } from "#domain/boards/ops.ts";

const missing = (from: readonly string[], other: readonly string[]) =>
  from.filter((item) => !other.includes(item));

const isList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");

/** The op that gives a card an old value again; null where it has it, or where it is none that can be given. */
export function restoring(card: Card, field: string, before: unknown): Op | null {
  const now = card[field as keyof Card];
  if (JSON.stringify(now) === JSON.stringify(before)) return null;
  if ((field === "tags" || field === "assigneeIds") && isList(before) && isList(now)) {
    const delta = { add: missing(before, now), remove: missing(now, before) };
    if (delta.add.length + delta.remove.length === 0) return null;
    const lists = field === "tags" ? { tags: delta } : { assignees: delta };
    return { kind: "card.update", card: card.id, set: {}, ...lists };
  }
  if (field === "cover" && typeof before === "string" && !coverColor(before)) {
    // A picture that was taken off the card since can't be worn.
    const there = coverFile({ cover: before, files: card.files });
    return there && { kind: "card.update", card: card.id, set: { cover: before } };
  }
  if (!Object.hasOwn(CardFields.shape, field)) return null;
  const set = CardFields.partial().safeParse({ [field]: before });
  return set.success ? { kind: "card.update", card: card.id, set: set.data } : null;
}
