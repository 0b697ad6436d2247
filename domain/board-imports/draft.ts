import type { z } from "zod";
import type { Imported } from "#domain/boards/comment.ts";
import type { TemplateFields } from "#domain/boards/card-template.ts";
import { type CardFields, type Category, Color } from "#domain/boards/model.ts";
import type { Relation } from "#domain/boards/parts.ts";
import type { Repeat } from "#domain/boards/repeat.ts";
import { draftCard, tagOf } from "./draft-card.ts";
import { draftColumns } from "./draft-columns.ts";
import { draftLinks } from "./draft-links.ts";
import { draftTemplates } from "./draft-templates.ts";
import { type DraftTally, tallyOf } from "./draft-tally.ts";
import type {
  BELOW,
  Counts,
  ImportSource,
  Lost,
  RawBoard,
  RawPerson,
  SectionWords,
} from "./raw.ts";

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
  "line_cut",
  "lines_many",
  "comments_many",
  "repeat_unread",
  "column_gone",
] as const;
export type ProblemCode = (typeof PROBLEMS)[number];

/** A problem of one row of the file; `value` is the text that it is about. */
export interface Problem {
  row: number;
  code: ProblemCode;
  value: string;
}

export interface DraftChecklist {
  name: string;
  items: { text: string; done: boolean; assigneeId: string | null; dueOn: string | null }[];
}

export interface DraftComment {
  text: string;
  imported: z.infer<typeof Imported>;
}

/** A card as it will be made. `column` is its place in the draft's columns. */
export interface DraftCard {
  row: number;
  column: number;
  fields: z.infer<typeof CardFields> & {
    tags: string[];
    assigneeIds: string[];
    repeat: Repeat | null;
  };
  archived: boolean;
  checklists: DraftChecklist[];
  comments: DraftComment[];
  /** By their places among the draft's cards; each link is told by the later of its two cards. */
  links: { to: number; relation: Relation }[];
  /** Lines that its description took in, by kind. */
  below: Counts<(typeof BELOW)[number]>;
  lost: Lost;
}

export interface DraftColumn {
  name: string;
  category: z.infer<typeof Category>;
  wipLimit: number | null;
  wipBlock: boolean;
  archived: boolean;
}

/** What an import will make, before anything is made. */
export interface ImportDraft {
  source: ImportSource;
  title: string | null;
  columns: DraftColumn[];
  tags: { tag: string; color: z.infer<typeof Color> }[];
  cards: DraftCard[];
  templates: TemplateFields[];
  problems: Problem[];
  /** People of the file, and the member that each is taken for. */
  people: { name: string; userId: string | null }[];
  tally: DraftTally;
}

/** Who imports, among whom, and how they write. */
export interface DraftContext {
  members: readonly { userId: string; name: string; email: string }[];
  clients: readonly { id: string; company: string }[];
  language: "fr" | "en";
  timeZone: string;
  words: SectionWords;
  /** Whether what was archived is taken as well, into the archive. */
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

/** More tags than this are left to their words. */
const MOST_COLORS = 500;

function colorsOf(raw: RawBoard): ImportDraft["tags"] {
  const colors = new Map<string, z.infer<typeof Color>>();
  for (const { name, color } of raw.tags) {
    const [tag, known] = [tagOf(name), Color.safeParse(color)];
    if (tag !== null && known.success && !colors.has(tag)) colors.set(tag, known.data);
  }
  return [...colors].slice(0, MOST_COLORS).map(([tag, color]) => ({ tag, color }));
}

/** What an import of this board would make, and what it would not. Reads only. */
export function draftBoard(raw: RawBoard, context: DraftContext): ImportDraft {
  const { columns, at } = draftColumns(raw, context);
  const match = matcher(context.members);
  const find = { person: match, client: clientMatcher(context.clients) };
  const people = new Map<string, string | null>();
  const problems: Problem[] = [];
  const put = new Set(raw.columns.filter(({ archived }) => archived).map(({ key }) => key));
  const isOut = ({ archived, column }: RawBoard["cards"][number]) =>
    !context.archived && (archived || (column !== null && put.has(column)));
  const taken = raw.cards.filter((card) => !isOut(card));
  const links = draftLinks(taken);
  const cards = taken.map((one, i): DraftCard => {
    for (const person of [...one.people, ...peopleInLines(one)]) {
      people.set(person.name, match(person));
    }
    const { card, problems: told } = draftCard(one, context, find);
    problems.push(...told);
    const column = one.column === null ? 0 : at.get(one.column);
    if (column === undefined) {
      const gone = raw.columns.find(({ key }) => key === one.column);
      problems.push({ row: one.row, code: "column_gone", value: gone?.name ?? "" });
      // What stood in a column of the archive goes to the archive by itself.
      card.archived ||= gone?.archived ?? false;
    }
    const lost = { ...card.lost, links: links.lost[i] ?? 0 };
    return { ...card, column: column ?? 0, links: links.told[i] ?? [], lost };
  });
  const { source, title } = raw;
  const { templates, lost } = draftTemplates(raw.templates);
  const draft = { source, title, columns, tags: colorsOf(raw), cards, templates, problems };
  const leftColumns = context.archived ? 0 : put.size;
  const left = {
    archivedCards: raw.cards.length - taken.length,
    archivedColumns: leftColumns,
    templates: lost,
  };
  return {
    ...draft,
    people: [...people].map(([name, userId]) => ({ name, userId })),
    tally: tallyOf(draft, { ...raw.lost, ...left }),
  };
}

function peopleInLines({ checklists }: RawBoard["cards"][number]): RawPerson[] {
  return checklists.flatMap(({ lines }) => lines.flatMap(({ person }) => person ?? []));
}
