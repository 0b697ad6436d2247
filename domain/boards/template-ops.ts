import { newId } from "#domain/ids.ts";
import { TEMPLATE_LIMITS, type TemplateFields } from "./card-template.ts";
import { Color, type Card } from "./model.ts";
import type { Op } from "./ops.ts";
import { inOrder, type CheckItem, type Checklist } from "./parts.ts";

/** Pictures belong to a card and don't go with its text. */
const PICTURE = /!\[[^\]\n]*\]\(fil_\w+\)/g;

/**
 * What a card becomes as a template: without ticks, people, client, files and links.
 * @param dueIn days from when the card was made to its due date; null where it has none.
 */
export function templateOfCard(card: Card, dueIn: number | null): Omit<TemplateFields, "name"> {
  const items = inOrder<CheckItem>(card.items);
  return {
    title: card.title,
    description: card.description.replaceAll(PICTURE, "").trim(),
    priority: card.priority,
    tags: [...card.tags],
    cover: Color.safeParse(card.cover).data ?? null,
    dueIn: dueIn === null ? null : Math.min(Math.max(dueIn, 0), TEMPLATE_LIMITS.dueIn),
    checklists: inOrder<Checklist>(card.checklists).map(({ id, name }) => ({
      name,
      items: items.filter(({ list }) => list === id).map(({ text }) => text),
    })),
  };
}

/** So that no op comes near its limit: 64 KiB, of which a character may take three bytes. */
const MOST_LINES = 30;
const LONG_TEXT = 15_000;

/**
 * The ops that make a card of a template at the end of a column, meant as one step.
 * @param made what is not the template's to say: ids, the title as it was typed, the date, and which tags the board has.
 */
export function templateOps(
  template: TemplateFields,
  made: {
    card: string;
    column: string;
    title: string;
    dueOn: string | null;
    hasTag: (tag: string) => boolean;
  },
): Op[] {
  const { card, column, title, dueOn } = made;
  const { description, priority, cover } = template;
  const long = description.length > LONG_TEXT;
  const tags = template.tags.filter(made.hasTag);
  const fields = { title, description: long ? "" : description, priority, dueOn, cover, tags };
  const lists = template.checklists.map((list) => ({ id: newId("lst"), ...list }));
  const names = Object.fromEntries(lists.map(({ id, name }) => [id, { name }]));
  const lines = lists.flatMap(({ id, items }) => items.map((text) => ({ list: id, text })));
  const update = { kind: "card.update" as const, card, set: {} };
  const ops: Op[] = [{ kind: "card.create", card, column, after: null, before: null, fields }];
  if (long) ops.push({ ...update, set: { description } });
  if (lists.length > 0) ops.push({ ...update, checklists: names });
  for (let at = 0; at < lines.length; at += MOST_LINES) {
    const some = lines.slice(at, at + MOST_LINES).map((line) => [newId("itm"), line] as const);
    ops.push({ ...update, items: Object.fromEntries(some) });
  }
  return ops;
}
