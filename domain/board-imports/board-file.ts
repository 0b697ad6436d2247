import { z } from "zod";
import { Category, Priority } from "#domain/boards/model.ts";
import { Relation } from "#domain/boards/parts.ts";
import { FileRefused, MAX_CARDS, type RawBoard, type RawCard, rawCard } from "./raw.ts";

const FORMAT = "aetheria.board";
/** Raised when a reader of before would misread a file: 2 tells what is in the archive. */
const VERSION = 2;

const Person = z.looseObject({ name: z.string(), email: z.string().nullable() });

const Line = z.looseObject({
  text: z.string(),
  done: z.boolean(),
  assignee: Person.nullable(),
  dueOn: z.string().nullable(),
});

/** What somebody said, when (UTC). Who is no member any more has no name. */
const Comment = z.looseObject({
  author: Person,
  at: z.string(),
  editedAt: z.string().nullable(),
  text: z.string(),
});

/** A file of a card, without its bytes: those are in the export of the whole organization. */
const AttachedFile = z.looseObject({ name: z.string(), size: z.number(), type: z.string() });

const Card = z.looseObject({
  reference: z.string(),
  /** The place of its column in `columns`. */
  column: z.number(),
  title: z.string(),
  description: z.string(),
  priority: Priority,
  dueOn: z.string().nullable(),
  tags: z.array(z.string()),
  assignees: z.array(Person),
  client: z.string().nullable(),
  // What follows came with version 2.
  archived: z.boolean().default(false),
  /** A colour of the palette. */
  cover: z.string().nullable().default(null),
  /** The name of the file that is worn as its picture. */
  picture: z.string().nullable().default(null),
  checklists: z.array(z.looseObject({ name: z.string(), lines: z.array(Line) })).default([]),
  /** Links to cards of this board, by their references; both cards tell them. */
  links: z.array(z.looseObject({ card: z.string(), relation: Relation })).default([]),
  /** Meeting notes that it is linked with: an import can't find them. No title where the reader may not know it. */
  notes: z.array(z.looseObject({ id: z.string(), title: z.string().nullable() })).default([]),
  /** How it comes again: a rule of RFC 5545, its zone, its first date and that of this card. */
  repeat: z
    .looseObject({
      rule: z.string(),
      zone: z.string(),
      from: z.string(),
      last: z.string().nullable(),
    })
    .nullable()
    .default(null),
  watchers: z.array(Person).default([]),
  comments: z.array(Comment).default([]),
  files: z.array(AttachedFile).default([]),
  createdAt: z.string().nullable().default(null),
  updatedAt: z.string().nullable().default(null),
});

const Template = z.looseObject({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  priority: z.string(),
  tags: z.array(z.string()),
  /** A colour of the palette. */
  cover: z.string().nullable(),
  /** Days from the day of use to the due date. */
  dueIn: z.number().nullable(),
  checklists: z.array(z.looseObject({ name: z.string(), items: z.array(z.string()) })),
});

/** An export of one board. Names stand for people and clients, so that it can be read elsewhere. */
export const BoardFile = z.looseObject({
  format: z.literal(FORMAT),
  version: z.union([z.literal(1), z.literal(VERSION)]),
  title: z.string(),
  prefix: z.string(),
  exportedAt: z.string(),
  columns: z.array(
    z.looseObject({
      name: z.string(),
      category: Category,
      wipLimit: z.number().nullable(),
      wipBlock: z.boolean().default(false),
      archived: z.boolean().default(false),
    }),
  ),
  /** Tags that were given a colour of the palette. */
  tags: z.array(z.looseObject({ name: z.string(), color: z.string() })).default([]),
  cards: z.array(Card),
  /** What new cards may begin with, by name. */
  templates: z.array(Template).default([]),
});
export type BoardFile = z.output<typeof BoardFile>;

/** A new file's first fields. */
export const BOARD_FILE = { format: FORMAT, version: VERSION } as const;

type FileCard = BoardFile["cards"][number];

function rawOf(card: FileCard, row: number): RawCard {
  const { title, description, priority, tags, client, cover, archived, repeat } = card;
  return rawCard({
    row,
    key: card.reference,
    title,
    description,
    column: String(card.column),
    priority,
    due: card.dueOn ?? "",
    tags,
    people: card.assignees,
    client,
    cover,
    repeat,
    archived,
    checklists: card.checklists.map(({ name, lines }) => ({
      name,
      lines: lines.map(({ text, done, assignee, dueOn }) => {
        return { text, done, person: assignee, due: dueOn ?? "" };
      }),
    })),
    comments: card.comments.map(({ author, at, text }) => ({ name: author.name, at, text })),
    links: [
      ...card.links.map((link) => ({ to: link.card, relation: link.relation })),
      ...card.notes.map(({ id }) => ({ to: id, relation: "relates" as const })),
    ],
    lost: {
      files: card.files.length,
      pictures: Number(card.picture !== null),
      watchers: card.watchers.length,
    },
  });
}

/**
 * A board out of our own export; null when it is none. Throws `FileRefused`: `newer` for a version that is not known here,
 * `bad_board` with the field that is not as it should be.
 */
export function readBoardFile(json: unknown): RawBoard | null {
  const { format, version } = (json ?? {}) as { format?: unknown; version?: unknown };
  if (format !== FORMAT) return null;
  if (typeof version === "number" && version > VERSION) throw new FileRefused("newer");
  const parsed = BoardFile.safeParse(json);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.map(String).join(".") ?? "";
    throw new FileRefused("bad_board", null, path);
  }
  const { title, columns, cards, tags, templates } = parsed.data;
  if (cards.length > MAX_CARDS) throw new FileRefused("too_many", cards.length);
  return {
    source: "aetheria",
    title,
    columns: columns.map((column, at) => ({ ...column, key: String(at) })),
    tags,
    cards: cards.map((card, i) => rawOf(card, i + 1)),
    templates,
    lost: {},
  };
}
