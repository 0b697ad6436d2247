import { newId } from "#domain/ids.ts";
import type { DraftCard, ImportDraft } from "./draft.ts";
import {
  type ImportCard,
  type ImportColumn,
  type ImportPart,
  PART_CARDS,
  PART_MORE,
  PART_TEMPLATES,
} from "./model.ts";

/** A part stays well below the server's limit of a request. */
const PART_CHARS = 300_000;

/** The columns of a board that cards may go to; none of a new one. */
export type KnownColumns = readonly { id: string; name: string }[];

const plain = (name: string) => name.trim().toLowerCase();

/** The columns of a draft as the import makes or finds them: by name where the board has them already. */
export function planColumns(draft: ImportDraft, known: KnownColumns): ImportColumn[] {
  return draft.columns.map(({ wipBlock, archived, ...column }) => {
    // What goes to the archive never goes to a column that people work in.
    const same = archived
      ? undefined
      : known.find(({ name }) => plain(name) === plain(column.name));
    const more = { ...(wipBlock ? { wipBlock } : {}), ...(archived ? { archived } : {}) };
    return { id: same?.id ?? newId("col"), ...column, ...more, isNew: !same };
  });
}

function planCard(draft: DraftCard, id: string, columns: readonly ImportColumn[]): ImportCard {
  const { row, column, fields, archived } = draft;
  const checklists = draft.checklists.map(({ name, items }) => ({
    id: newId("lst"),
    name,
    items: items.map((item) => ({ id: newId("itm"), ...item })),
  }));
  return {
    card: id,
    row,
    column: columns[column]?.id ?? "",
    fields,
    ...(checklists.length > 0 ? { checklists } : {}),
    ...(archived ? { archived } : {}),
  };
}

/** What one part holds at most of each. */
const MOST = {
  cards: PART_CARDS,
  comments: PART_MORE,
  links: PART_MORE,
  templates: PART_TEMPLATES,
} as const;

type Whole = { [K in keyof ImportPart]-?: NonNullable<ImportPart[K]> };

/**
 * What is sent for a draft: parts that each fit a request, cards in their order, comments and links with or after their
 * cards, templates last. Ids are chosen here and sort as their records do (`now`: UTC ms).
 */
export function planParts(
  draft: ImportDraft,
  columns: readonly ImportColumn[],
  now: number = Date.now(),
): ImportPart[] {
  const ids = draft.cards.map((_card, i) => newId("crd", now + i));
  const parts: Whole[] = [];
  let said = 0;
  let chars = 0;
  const partFor = (list: keyof Whole, entry: unknown) => {
    const size = JSON.stringify(entry).length;
    const last = parts.at(-1);
    if (last && last[list].length < MOST[list] && chars + size <= PART_CHARS) {
      chars += size;
      return last;
    }
    chars = size;
    const part: Whole = { cards: [], comments: [], links: [], templates: [] };
    parts.push(part);
    return part;
  };
  draft.cards.forEach((one, i) => {
    const card = ids[i] ?? "";
    const made = planCard(one, card, columns);
    partFor("cards", made).cards.push(made);
    for (const comment of one.comments) {
      said += 1;
      const told = { id: newId("cmt", now + said), card, ...comment };
      partFor("comments", told).comments.push(told);
    }
    for (const { to, relation } of one.links) {
      const link = { card, other: ids[to] ?? "", relation };
      partFor("links", link).links.push(link);
    }
  });
  for (const template of draft.templates) {
    const made = { id: newId("tpl"), ...template };
    partFor("templates", made).templates.push(made);
  }
  return parts.map(({ cards, comments, links, templates }) => ({
    cards,
    ...(comments.length > 0 ? { comments } : {}),
    ...(links.length > 0 ? { links } : {}),
    ...(templates.length > 0 ? { templates } : {}),
  }));
}
