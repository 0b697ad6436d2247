import type { Relation } from "#domain/boards/parts.ts";

/** Where a file comes from. `aetheria` is our own export of a board. */
export const SOURCES = ["trello", "notion", "csv", "aetheria"] as const;
export type ImportSource = (typeof SOURCES)[number];

/** Somebody as a file names them: by whatever it tells. */
export interface RawPerson {
  name: string;
  email: string | null;
}

/** A checklist of a card. `due` is a date as the file writes it, empty for none. */
export interface RawChecklist {
  name: string;
  lines: { text: string; done: boolean; person: RawPerson | null; due: string }[];
}

/** What somebody said on a card; `at` is an instant as the file writes it. */
export interface RawComment {
  name: string;
  at: string;
  text: string;
}

/** What no import takes over. Each has words that say how many there were. */
export const LOST = [
  "archivedCards",
  "archivedColumns",
  "files",
  "pictures",
  "comments",
  "links",
  "watchers",
  "history",
  "templates",
] as const;
export type Counts<K extends string> = Partial<Record<K, number>>;
export type Lost = Counts<(typeof LOST)[number]>;

/** What a card's description takes in because no field does, one line for each. */
export const BELOW = [
  "attachments",
  "fields",
  "lines",
  "people",
  "tags",
  "dates",
  "priorities",
  "clients",
  "titles",
] as const;
export interface Section {
  kind: (typeof BELOW)[number];
  heading: string;
  lines: string[];
}

/** What a card of a file says, before anything is judged. Texts are as they stand there. */
export interface RawCard {
  /** The line of a CSV, or the place in a JSON list, from 1: what an error names. */
  row: number;
  /** What links of other cards call it. */
  key: string;
  title: string;
  description: string;
  /** The key of its column; null goes to the first. */
  column: string | null;
  priority: string;
  due: string;
  tags: string[];
  people: RawPerson[];
  /** The name of a client; null for none. */
  client: string | null;
  /** A colour of ours. */
  cover: string | null;
  repeat: unknown;
  checklists: RawChecklist[];
  comments: RawComment[];
  links: { to: string; relation: Relation }[];
  /** What has no place of its own on a card: kept as sections below its description. */
  extras: Section[];
  archived: boolean;
  lost: Lost;
}

/** A column of a file. Cards name it by its key. */
export interface RawColumn {
  key: string;
  name: string;
  category: string | null;
  wipLimit: number | null;
  wipBlock: boolean;
  archived: boolean;
}

/** A card template as a file tells it: bounds are judged later. */
export interface RawTemplate {
  name: string;
  title: string;
  description: string;
  priority: string;
  tags: string[];
  cover: string | null;
  dueIn: number | null;
  checklists: { name: string; items: string[] }[];
}

/** What a file says of a board. */
export interface RawBoard {
  source: ImportSource;
  title: string | null;
  columns: RawColumn[];
  /** Colours of tags: ours. */
  tags: { name: string; color: string }[];
  cards: RawCard[];
  templates: RawTemplate[];
  lost: Lost;
}

/** A card that says nothing but what is given. */
export function rawCard(said: Partial<RawCard> & Pick<RawCard, "row">): RawCard {
  return {
    key: String(said.row),
    title: "",
    description: "",
    column: null,
    priority: "",
    due: "",
    tags: [],
    people: [],
    client: null,
    cover: null,
    repeat: null,
    checklists: [],
    comments: [],
    links: [],
    extras: [],
    archived: false,
    lost: {},
    ...said,
  };
}

/** Why a file as a whole can't be read. Each has words that say what to do. */
export const FILE_FAULTS = [
  "several",
  "unreadable",
  "empty",
  "too_large",
  "workbook",
  "archive",
  "document",
  "page",
  "picture",
  "not_text",
  "not_json",
  "unknown_json",
  "organization",
  "newer",
  "bad_board",
  "no_title_column",
  "quote_open",
  "too_many",
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** Thrown by readers of files. `row` and `column` say where, when somewhere; `found` what was there instead. */
export class FileRefused extends Error {
  readonly fault: FileFault;
  readonly row: number | null;
  readonly found: string | null;
  readonly column: number | null;
  constructor(
    fault: FileFault,
    row: number | null = null,
    found: string | null = null,
    column: number | null = null,
  ) {
    super(fault);
    this.fault = fault;
    this.row = row;
    this.found = found;
    this.column = column;
  }
}

/** The most bytes of a file and the most cards in it that are taken at once. */
export const MAX_FILE = 64 * 1024 * 1024;
export const MAX_CARDS = 20_000;

/** Headings of what a file holds beside the fields of a card, in the language of whoever imports. */
export interface SectionWords {
  checklist: string;
  attachments: string;
  fields: string;
  people: string;
  tags: string;
  due: string;
  dueDone: string;
  start: string;
  priority: string;
  client: string;
  title: string;
  untitled: string;
  somebody: string;
}
