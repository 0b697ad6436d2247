import { type Change, versionOf } from "./changes.ts";
import { changedFiles, FILE_LIMITS } from "./card-file.ts";
import { settleCover } from "./cover.ts";
import { mergeText } from "./merge.ts";
import { watching } from "./decide-comments.ts";
import { changedParts } from "./decide-parts.ts";
import type { Card } from "./model.ts";
import type { OpOf } from "./ops.ts";
import type { BoardReader } from "./reader.ts";
import {
  accept,
  concurrent,
  type Overwritten,
  reject,
  rejectDeleted,
  type Sender,
  type Verdict,
} from "./verdict.ts";

const MOST_LABELS = 20;
/** Registers whose items come and go one by one: nothing of anybody else is replaced. */
const LISTS: ReadonlySet<string> = new Set(["tags", "assigneeIds", "files"]);

/** The list without what is removed and with what is added, each once, in order of arrival. */
function changedList(list: string[], delta: { add: string[]; remove: string[] }): string[] {
  return [...new Set([...list.filter((item) => !delta.remove.includes(item)), ...delta.add])];
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The description to store when another wrote it meanwhile: a merge, or null when only a person can tell. */
function mergedDescription(read: BoardReader, card: Card, mine: string, base: number) {
  const before = read.history?.descriptionAt(card.id, base);
  return before === undefined ? null : mergeText(before, mine, card.description);
}

/** The values that the op asks for, lists already resolved against the card. */
function wanted(card: Card, op: OpOf<"card.update">, sender: Sender): Record<string, unknown> {
  return {
    ...op.set,
    tags: op.tags && changedList(card.tags, op.tags),
    assigneeIds: op.assignees && changedList(card.assigneeIds, op.assignees),
    files: op.files && changedFiles(card.files, op.files, sender),
  };
}

/**
 * Changes fields of a card, each a register of its own: the last to arrive wins, and what it replaces is told.
 * A description that two people edit is merged by lines, or the later one is refused and stays a draft.
 */
export function updateCard(read: BoardReader, op: OpOf<"card.update">, sender: Sender): Verdict {
  const card = read.card(op.card);
  if (!card) return reject("card_gone");
  if (card.deleted) return rejectDeleted(read, card);
  const set: Record<string, unknown> = {};
  const overwrote: Overwritten[] = [];
  let exact = true;
  for (const [register, asked] of Object.entries(wanted(card, op, sender))) {
    if (asked === undefined) continue;
    const held = card[register as keyof Card];
    const version = versionOf(card, register);
    const expected = op.only?.[register];
    if (expected !== undefined && expected !== version) {
      exact = false;
      continue;
    }
    let value: unknown = asked;
    const isList = LISTS.has(register);
    if (!isList && !same(value, held) && concurrent(read, card, register, sender)) {
      if (register === "description") {
        value = mergedDescription(read, card, op.set.description ?? "", sender.base);
        if (value === null) return reject("description_conflict");
        exact = false;
      } else overwrote.push({ id: card.id, register, value: held, version });
    }
    if (!same(value, held)) set[register] = value;
  }
  if (((set["tags"] ?? []) as string[]).length > MOST_LABELS) return reject("too_many");
  if (((set["assigneeIds"] ?? []) as string[]).length > MOST_LABELS) return reject("too_many");
  if (((set["files"] ?? []) as unknown[]).length > FILE_LIMITS.perCard) return reject("too_many");
  exact = settleCover(card, set, op.only) && exact;
  const parts = changedParts(card, op);
  if (parts.tooMany) return reject("too_many");
  exact &&= parts.exact;
  for (const kind of ["checklists", "items"] as const) {
    const differ = Object.entries(parts[kind]).filter(
      ([id, part]) => !same(part, card[kind][id] ?? null),
    );
    if (differ.length > 0) set[kind] = Object.fromEntries(differ);
  }
  if (Object.keys(set).length === 0) return { outcome: "noop" };
  // Whoever a card is given to watches it; whoever stopped watching it is not asked again for a card they have.
  const given = ((set["assigneeIds"] ?? []) as string[]).filter(
    (id) => !card.assigneeIds.includes(id),
  );
  const ranked = Object.keys(parts.ranked).length > 0;
  const changes: Change[] = [{ entity: "card", id: card.id, set }, ...watching(card, given)];
  // First: what is also changed by name gets its last rank there.
  if (ranked) {
    changes.unshift({ entity: "card", id: card.id, set: { items: parts.ranked }, quiet: true });
  }
  const replaced = overwrote.filter(({ register }) => Object.hasOwn(set, register));
  return accept(read, changes, exact, replaced);
}
