import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { nameLine } from "#domain/line.ts";
import type { AttachedFile } from "./card-file.ts";
import { linesOf } from "./lines.ts";
import type { Repeat } from "./repeat.ts";
import type { CheckItem, Checklist, Keyed, Relation } from "./parts.ts";

export const BoardId = idSchema("brd");
export const ColumnId = idSchema("col");
export const CardId = idSchema("crd");

/** Orders from calm to pressing; `none` is the default. */
export const PRIORITIES = ["none", "low", "medium", "high", "urgent"] as const;
export const Priority = z.enum(PRIORITIES);

/** What a column means, so that "tasks due" and icons don't depend on its name. */
export const CATEGORIES = ["backlog", "todo", "doing", "review", "done"] as const;
export const Category = z.enum(CATEGORIES);

/** Colours that a person gives to a tag or a card: tokens of the chart palette, told apart by the colour-blind. */
export const COLORS = ["c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8"] as const;
export const Color = z.enum(COLORS);

/** The text fields of a card that its author writes. `dueOn` is a date, `YYYY-MM-DD`. */
export const CardFields = z.strictObject({
  title: nameLine(300),
  description: linesOf(50_000),
  priority: Priority,
  dueOn: z.iso.date().nullable(),
  clientId: idSchema("cli").nullable(),
  /** A band over the card. Once it has pictures, one of them can be its cover as well (`cover.ts`). */
  cover: Color.nullable(),
});

/** Labels: compared as written, without spaces around. */
/** The most characters of a tag. */
export const TAG_MOST = 40;
export const Tag = nameLine(TAG_MOST);
export const Tags = z.array(Tag).max(20);
export const Assignees = z.array(idSchema("usr")).max(20);

/** A card as object and clients hold it. `rank` orders it in its column, ties by id. */
export interface Card extends Omit<z.infer<typeof CardFields>, "cover"> {
  id: string;
  /** A colour, or the id of a picture among its files. */
  cover: string | null;
  /** Given by the object, counting from 1; null while the creation is pending. */
  number: number | null;
  columnId: string;
  rank: string;
  tags: string[];
  assigneeIds: string[];
  /** In the order in which they came. */
  files: AttachedFile[];
  /** By id; so are the lines of all of them, and the other cards that it is linked with. */
  /** How it comes again; null when it does not. */
  repeat: Repeat | null;
  checklists: Record<string, Checklist>;
  items: Record<string, CheckItem>;
  links: Record<string, Relation>;
  createdBy: string;
  /** UTC instants, by the clock of the object. */
  createdAt: string;
  updatedAt: string;
  /** Out of the board, in its archive. */
  archived: boolean;
  deleted: boolean;
  /** The version that made the card. */
  born: number;
  /** The version that last wrote a register; a missing one was last written at `born`. */
  versions: Partial<Record<CardRegister, number>> & Record<PartRegister, number>;
  /** How many live comments it has, and who is told of new ones. No registers; missing in cards of before. */
  comments?: number;
  watcherIds?: string[];
  /** The card of another board that went on as this one, and the one as which this one went on (`board/card`). No registers. */
  cameFrom?: string;
  movedTo?: string | null;
}

/** Who is told of what happens on a card. Whoever was assigned before anybody could watch does. */
export function watchersOf(card: Card): readonly string[] {
  return card.watcherIds ?? card.assigneeIds;
}

/** A column as object and clients hold it. */
export interface Column {
  id: string;
  name: string;
  category: z.infer<typeof Category>;
  /** More live cards than this are shown as too many; null is no limit. */
  wipLimit: number | null;
  /** Whether the limit keeps cards out, instead of only being told. */
  wipBlock: boolean;
  rank: string;
  /** Out of the board with all of its cards. */
  archived: boolean;
  deleted: boolean;
  born: number;
  versions: Partial<Record<ColumnRegister, number>>;
}

/** A tag of the board that was given a colour. `id` is the tag itself, as it is written on cards. */
export interface BoardTag {
  id: string;
  color: z.infer<typeof Color> | null;
  born: number;
  versions: Partial<Record<"color", number>>;
}

/** The units of "last writer wins". Column and rank of a card are one of them; so is each part, under its id. */
export type CardRegister =
  | "title"
  | "description"
  | "priority"
  | "dueOn"
  | "clientId"
  | "tags"
  | "assigneeIds"
  | "files"
  | "cover"
  | "repeat"
  | "position"
  | "archived"
  | "deleted";
/** The register of a part, such as `items.itm_…`. */
type PartRegister = `${Keyed}.${string}`;
export type ColumnRegister =
  | "name"
  | "category"
  | "wipLimit"
  | "wipBlock"
  | "position"
  | "archived"
  | "deleted";
