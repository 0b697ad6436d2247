import type { z } from "zod";
import type { CardFields, Category } from "#domain/boards/model.ts";
import { guessCategory } from "./guess.ts";
import type { ImportSource, RawBoard, RawPerson, SectionWords } from "./raw.ts";
import { draftCard } from "./draft-card.ts";
import { cut, oneLine, shows } from "./texts.ts";

/** What could not be taken as it stands. Each has words that say why and what to do; nothing is lost silently. */
export const PROBLEMS = [
  "title_missing",
  "title_cut",
  "description_cut",
  "date_unread",
  "priority_unread",
  "person_unknown",
  "client_unknown",
  "tags_many",
  "tag_cut",
  "archived",
  "column_gone",
] as const;
export type ProblemCode = (typeof PROBLEMS)[number];

/** A problem of one row of the file; `value` is the text that it is about. */
export interface Problem {
  row: number;
  code: ProblemCode;
  value: string;
}

/** A card as it will be made. `column` is its place in the draft's columns. */
export interface DraftCard {
  row: number;
  column: number;
  fields: Omit<z.infer<typeof CardFields>, "cover"> & { tags: string[]; assigneeIds: string[] };
}

/** What an import will make, before anything is made. */
export interface ImportDraft {
  source: ImportSource;
  title: string | null;
  columns: { name: string; category: z.infer<typeof Category>; wipLimit: number | null }[];
  cards: DraftCard[];
  problems: Problem[];
  /** People of the file, and the member that each is taken for. */
  people: { name: string; userId: string | null }[];
  /** Archived cards and lists that were left out. */
  leftOut: number;
}

/** Who imports, among whom, and how they write. */
export interface DraftContext {
  members: readonly { userId: string; name: string; email: string }[];
  clients: readonly { id: string; company: string }[];
  language: "fr" | "en";
  timeZone: string;
  words: SectionWords;
  /** Whether cards that were archived are taken as well. */
  archived: boolean;
}

const plain = (text: string) =>
  text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/\s+/g, " ").trim();

/** Finds members by address, else by their whole name where only one bears it. */
function matcher(members: DraftContext["members"]) {
  const byEmail = new Map(members.map((member) => [member.email.toLowerCase(), member.userId]));
  const byName = Map.groupBy(members, ({ name }) => plain(name));
  return ({ name, email }: RawPerson): string | null => {
    const known = email === null ? undefined : byEmail.get(email.toLowerCase());
    const same = byName.get(plain(name)) ?? [];
    return known ?? (same.length === 1 ? (same[0]?.userId ?? null) : null);
  };
}

/** Finds the one client of a name. */
function clientMatcher(clients: DraftContext["clients"]) {
  const byName = Map.groupBy(clients, ({ company }) => plain(company));
  return (name: string): string | null => {
    const same = byName.get(plain(name)) ?? [];
    return same.length === 1 ? (same[0]?.id ?? null) : null;
  };
}

/** A name as a column may bear it. */
function columnName(name: string): string {
  const told = cut(oneLine(name), 60).trim();
  return shows(told) ? told : "–";
}

/** The most columns of a board. */
const MOST_COLUMNS = 60;

/** What an import of this board would make, and what it would not. Reads only. */
export function draftBoard(raw: RawBoard, context: DraftContext): ImportDraft {
  const kept = raw.columns.filter(({ archived }) => context.archived || !archived);
  const names = [...new Set(kept.map(({ name }) => columnName(name)))].slice(0, MOST_COLUMNS);
  const columns = names.map((name) => {
    const said = kept.find((column) => columnName(column.name) === name);
    const category = guessCategory(said?.category ?? name);
    return { name, category, wipLimit: said?.wipLimit ?? null };
  });
  const at = new Map(names.map((name, place) => [name, place]));
  if (columns.length === 0) {
    columns.push({ name: context.words.untitled, category: "todo", wipLimit: null });
  }
  const match = matcher(context.members);
  const find = { person: match, client: clientMatcher(context.clients) };
  const people = new Map<string, string | null>();
  const problems: Problem[] = [];
  const cards: DraftCard[] = [];
  let leftOut = 0;
  for (const card of raw.cards) {
    if (card.archived && !context.archived) {
      leftOut += 1;
      continue;
    }
    for (const person of card.people) people.set(person.name, match(person));
    const made = draftCard(card, context, find);
    const column = card.column === null ? 0 : at.get(columnName(card.column));
    if (column === undefined) {
      made.problems.push({ row: card.row, code: "column_gone", value: card.column ?? "" });
    }
    problems.push(...made.problems);
    cards.push({ row: card.row, column: column ?? 0, fields: made.fields });
  }
  return {
    source: raw.source,
    title: raw.title,
    columns,
    cards,
    problems,
    people: [...people].map(([name, userId]) => ({ name, userId })),
    leftOut,
  };
}
