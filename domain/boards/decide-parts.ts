import { scanLane } from "./board-map.ts";
import { versionOf } from "./changes.ts";
import type { Card } from "./model.ts";
import type { OpOf } from "./ops.ts";
import { type CheckItem, type Checklist, inOrder, MOST, partRegister } from "./parts.ts";
import { position } from "./positions.ts";
import type { Ranked } from "./reader.ts";

type Update = OpOf<"card.update">;
type Placed = { after?: string | null | undefined; before?: string | null | undefined };

/** What an update makes of a card's checklists. `ranked`: items that only got another rank. */
interface PartChanges {
  checklists: Record<string, Checklist | null>;
  items: Record<string, CheckItem | null>;
  ranked: Record<string, CheckItem>;
  /** False when something was left out because of what others did. */
  exact: boolean;
  tooMany: boolean;
}

const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** Parts as a lane, without the one that is being placed. */
export function laneOf(parts: readonly Ranked[], except: string) {
  const rows = parts.filter(({ id }) => id !== except);
  return scanLane(
    () => rows,
    (id) => rows.find((row) => row.id === id),
  );
}

/**
 * Resolves what an update says of checklists and their lines, one after the other. What was taken away comes back by undo
 * alone; a line whose list is gone goes to the first one, or brings its list back, so that what was typed is never lost.
 */
export function changedParts(card: Card, op: Update): PartChanges {
  const now = { checklists: { ...card.checklists }, items: { ...card.items } };
  const out: PartChanges = { checklists: {}, items: {}, ranked: {}, exact: true, tooMany: false };
  const undoing = op.only !== undefined;

  /** Whether the part is as whoever undoes left it; and, when it is not there, whether it may be added. */
  function free(register: string, there: boolean): boolean {
    const expected = op.only?.[register];
    if (expected !== undefined) return expected === versionOf(card, register);
    return there || !Object.hasOwn(card.versions, register);
  }

  const itemsOf = (list: string) => inOrder(now.items).filter((item) => item.list === list);

  function drop(list: string): void {
    const inside = itemsOf(list);
    const kept = inside.some(
      ({ id }) => undoing && !Object.hasOwn(op.only ?? {}, partRegister("items", id)),
    );
    if (kept || !inside.every(({ id }) => free(partRegister("items", id), true))) {
      out.exact = false;
      return;
    }
    for (const { id } of inside) {
      delete now.items[id];
      out.items[id] = null;
    }
    delete now.checklists[list];
    out.checklists[list] = null;
  }

  function putList(id: string, fields: { name?: string | undefined } & Placed): void {
    const held = now.checklists[id];
    const { after = null, before = null } = fields;
    const asked = fields.after !== undefined || fields.before !== undefined || !held;
    const lane = laneOf(inOrder(now.checklists), id);
    const spot = asked ? position(lane, { after, before }, held?.rank ?? null) : null;
    const rank = spot?.rank ?? held?.rank ?? "a0";
    const list = { name: fields.name ?? held?.name ?? "", rank };
    now.checklists[id] = list;
    out.checklists[id] = list;
  }

  /** The list where a line goes. */
  function listFor(wanted: string | undefined): string | undefined {
    if (wanted !== undefined && now.checklists[wanted]) return wanted;
    const first = inOrder(now.checklists)[0]?.id;
    if (first !== undefined || wanted === undefined || undoing) return first;
    putList(wanted, {});
    return wanted;
  }

  function place(id: string, item: CheckItem, at: Placed, held: CheckItem | undefined): CheckItem {
    const asked = at.after !== undefined || at.before !== undefined;
    const stays = held?.list === item.list;
    if (stays && !asked) return item;
    const { after = null, before = null } = at;
    const lane = laneOf(itemsOf(item.list), id);
    const spot = position(lane, { after, before }, stays ? item.rank : null);
    for (const { id: other, rank } of spot?.others ?? []) {
      const moved = now.items[other];
      if (!moved) continue;
      now.items[other] = { ...moved, rank };
      if (out.items[other]) out.items[other] = { ...moved, rank };
      else out.ranked[other] = { ...moved, rank };
    }
    return { ...item, rank: spot?.rank ?? item.rank };
  }

  function putItem(id: string, patch: NonNullable<NonNullable<Update["items"]>[string]>): void {
    const held = now.items[id];
    const { after, before, list: wanted, ...fields } = patch;
    const list = held && (!wanted || !now.checklists[wanted]) ? held.list : listFor(wanted);
    const text = fields.text ?? held?.text;
    if (list === undefined || text === undefined) return void (out.exact = false);
    const first = { done: false, assigneeId: null, dueOn: null, rank: "" };
    const item = place(
      id,
      { ...first, ...held, ...given(fields), text, list },
      { after, before },
      held,
    );
    now.items[id] = item;
    out.items[id] = item;
  }

  for (const [id, patch] of Object.entries(op.checklists ?? {})) {
    const there = Object.hasOwn(now.checklists, id);
    if (!free(partRegister("checklists", id), there)) out.exact = false;
    else if (patch) putList(id, patch);
    else if (there) drop(id);
  }
  for (const [id, patch] of Object.entries(op.items ?? {})) {
    const there = Object.hasOwn(now.items, id);
    if (!free(partRegister("items", id), there)) out.exact = false;
    else if (patch) putItem(id, patch);
    else if (there) {
      delete now.items[id];
      out.items[id] = null;
    }
  }
  const grew = (kind: "checklists" | "items") =>
    Object.keys(now[kind]).length > Math.max(MOST[kind], Object.keys(card[kind]).length);
  out.tooMany = grew("checklists") || grew("items");
  return out;
}
