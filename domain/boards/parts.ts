import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { nameLine } from "#domain/line.ts";

/** Parts of a card that people add, change and take away one by one: each is a register of its own. */
export const KEYED = ["checklists", "items", "links"] as const;
export type Keyed = (typeof KEYED)[number];

export const ChecklistId = idSchema("lst");
export const ItemId = idSchema("itm");

/** The most of them on one card. */
export const MOST = { checklists: 20, items: 300, links: 50 } as const;

/** What can be said of a checklist: an empty name is the usual one, in the reader's language. */
export const ChecklistFields = z.strictObject({ name: z.union([z.literal(""), nameLine(100)]) });

/** What can be said of a line of a checklist. `dueOn` is a date, `YYYY-MM-DD`. */
export const ItemFields = z.strictObject({
  list: ChecklistId,
  text: nameLine(500),
  done: z.boolean(),
  assigneeId: idSchema("usr").nullable(),
  dueOn: z.iso.date().nullable(),
});

/** A named list on a card; `rank` orders it among the others. */
export interface Checklist extends z.infer<typeof ChecklistFields> {
  rank: string;
}

/** A line of a checklist; `rank` orders it in its list. */
export interface CheckItem extends z.infer<typeof ItemFields> {
  rank: string;
}

/** What a card is to another: both cards say it, each from its side. A note `relates` alone. */
export const RELATIONS = ["blocks", "blocked_by", "relates"] as const;
export const Relation = z.enum(RELATIONS);
export type Relation = z.infer<typeof Relation>;

/** The same relation, seen from the other card. */
export function mirrored(relation: Relation): Relation {
  if (relation === "relates") return relation;
  return relation === "blocks" ? "blocked_by" : "blocks";
}

/** Under what a card keeps its link with a card of another board. */
export const outsideKey = (board: string, card: string): string => `${board}/${card}`;

/** Whether what a link is kept under is a note: the card alone keeps it, and it always `relates`. */
export const isNote = (key: string): boolean => key.startsWith("not_");

/** Whether the card alone keeps a link: with a note, or with a card of another board. */
export const isKeptAlone = (key: string): boolean => isNote(key) || key.includes("/");

/** What a link is kept under: a card of the same board or a note by its id, or a card of another board. */
export function linkedCard(key: string): { board?: string; card: string } {
  const [board = "", card] = key.split("/", 2);
  return card === undefined ? { card: key } : { board, card };
}

/** The name of a part's register, such as `items.itm_…`. */
export const partRegister = (kind: Keyed, id: string): string => `${kind}.${id}`;

/** How far a card's checklists are: lines that are ticked, of all. */
export function progressOf(items: Readonly<Record<string, CheckItem>>) {
  const all = Object.values(items);
  return { done: all.filter(({ done }) => done).length, total: all.length };
}

/** Parts in their order, with their ids. */
export function inOrder<T extends { rank: string }>(parts: Readonly<Record<string, T>>) {
  return Object.entries(parts)
    .map(([id, part]) => ({ id, ...part }))
    .toSorted((a, b) => (a.rank === b.rank ? (a.id < b.id ? -1 : 1) : a.rank < b.rank ? -1 : 1));
}
