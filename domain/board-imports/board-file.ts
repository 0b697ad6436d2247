import { z } from "zod";
import { Category, Priority } from "#domain/boards/model.ts";
import { FileRefused, MAX_CARDS, type RawBoard } from "./raw.ts";

const FORMAT = "aetheria.board";

const Person = z.looseObject({ name: z.string(), email: z.string().nullable() });

/** An export of one board. Names stand for people and clients, so that it can be read elsewhere. */
export const BoardFile = z.looseObject({
  format: z.literal(FORMAT),
  /** Raised when a reader of before would misread it. */
  version: z.literal(1),
  title: z.string(),
  prefix: z.string(),
  exportedAt: z.string(),
  columns: z.array(
    z.looseObject({ name: z.string(), category: Category, wipLimit: z.number().nullable() }),
  ),
  cards: z.array(
    z.looseObject({
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
    }),
  ),
});
export type BoardFile = z.infer<typeof BoardFile>;

/** A new file's first fields. */
export const BOARD_FILE = { format: FORMAT, version: 1 } as const;

/** A board out of our own export; null when it is none. Throws `FileRefused`. */
export function readBoardFile(json: unknown): RawBoard | null {
  const parsed = BoardFile.safeParse(json);
  if (!parsed.success) return null;
  const { title, columns, cards } = parsed.data;
  if (cards.length > MAX_CARDS) throw new FileRefused("too_many", cards.length);
  return {
    source: "aetheria",
    title,
    columns: columns.map((column) => ({ ...column, archived: false })),
    cards: cards.map((card, i) => ({
      row: i + 1,
      title: card.title,
      description: card.description,
      column: columns[card.column]?.name ?? null,
      priority: card.priority,
      due: card.dueOn ?? "",
      tags: card.tags,
      people: card.assignees,
      client: card.client,
      extras: [],
      archived: false,
    })),
  };
}
