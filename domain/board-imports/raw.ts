/** Where a file comes from. `aetheria` is our own export of a board. */
export const SOURCES = ["trello", "notion", "csv", "aetheria"] as const;
export type ImportSource = (typeof SOURCES)[number];

/** Somebody as a file names them: by whatever it tells. */
export interface RawPerson {
  name: string;
  email: string | null;
}

/** What a card of a file says, before anything is judged. Texts are as they stand there. */
export interface RawCard {
  /** The line of a CSV, or the place in a JSON list, from 1: what an error names. */
  row: number;
  title: string;
  description: string;
  /** The name of its column; null goes to the first. */
  column: string | null;
  priority: string;
  due: string;
  tags: string[];
  people: RawPerson[];
  /** The name of a client; null for none. */
  client: string | null;
  /** What has no place of its own on a card: kept as sections below its description. */
  extras: { heading: string; lines: string[] }[];
  archived: boolean;
}

/** What a file says of a board. */
export interface RawBoard {
  source: ImportSource;
  title: string | null;
  columns: { name: string; category: string | null; wipLimit: number | null; archived: boolean }[];
  cards: RawCard[];
}

/** Why a file as a whole can't be read. Each has words that say what to do. */
export const FILE_FAULTS = [
  "empty",
  "too_large",
  "not_text",
  "not_json",
  "unknown_json",
  "no_title_column",
  "quote_open",
  "too_many",
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** Thrown by readers of files. `row` says where, when somewhere. */
export class FileRefused extends Error {
  readonly fault: FileFault;
  readonly row: number | null;
  constructor(fault: FileFault, row: number | null = null) {
    super(fault);
    this.fault = fault;
    this.row = row;
  }
}

/** The most bytes of a file and the most cards in it that are taken at once. */
export const MAX_FILE = 64 * 1024 * 1024;
export const MAX_CARDS = 20_000;

/** Headings of what a file holds beside the fields of a card, in the language of whoever imports. */
export interface SectionWords {
  checklist: string;
  comments: string;
  attachments: string;
  fields: string;
  people: string;
  tags: string;
  due: string;
  priority: string;
  client: string;
  untitled: string;
}
