import type { ImportDraft } from "./draft.ts";
import type { BELOW, Counts, Lost } from "./raw.ts";

/** What an import makes beside its cards and columns. */
export const MADE = [
  "checklists",
  "lines",
  "comments",
  "tags",
  "colors",
  "covers",
  "people",
  "dates",
  "repeats",
  "links",
  "archivedCards",
  "archivedColumns",
  "templates",
] as const;

/** What an import makes, what it keeps as text below descriptions, and what it leaves: kinds with their numbers, none with zero. */
export interface DraftTally {
  made: Counts<(typeof MADE)[number]>;
  below: Counts<(typeof BELOW)[number]>;
  lost: Lost;
}

function sumOf<K extends string>(all: readonly Counts<K>[]): Counts<K> {
  const sum: Record<string, number> = {};
  for (const one of all) {
    for (const [kind, n] of Object.entries<number | undefined>(one)) {
      if (n) sum[kind] = (sum[kind] ?? 0) + n;
    }
  }
  return sum as Counts<K>;
}

/** Counts what a draft would make and what it would not. `lost`: of the board as a whole. */
export function tallyOf(
  draft: Pick<ImportDraft, "cards" | "columns" | "tags" | "templates">,
  lost: Lost,
): DraftTally {
  const { cards, columns, tags, templates } = draft;
  const made = cards.map(({ fields, checklists, comments, links, archived }) => ({
    checklists: checklists.length,
    lines: checklists.reduce((sum, { items }) => sum + items.length, 0),
    comments: comments.length,
    covers: Number(fields.cover !== null),
    people: fields.assigneeIds.length,
    dates: Number(fields.dueOn !== null),
    repeats: Number(fields.repeat !== null),
    links: links.length,
    archivedCards: Number(archived),
  }));
  const whole = {
    tags: new Set(cards.flatMap(({ fields }) => fields.tags)).size,
    colors: tags.length,
    templates: templates.length,
    archivedColumns: columns.filter(({ archived }) => archived).length,
  };
  return {
    made: sumOf<(typeof MADE)[number]>([...made, whole]),
    below: sumOf(cards.map(({ below }) => below)),
    lost: sumOf([...cards.map((card) => card.lost), lost]),
  };
}
