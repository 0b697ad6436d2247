import { z } from "zod";
import { Priority } from "./model.ts";

/** Ways to see one board. */
export const LAYOUTS = ["board", "table", "calendar"] as const;

/** What the cards of a board can be dealt into rows by. */
export const GROUPINGS = ["none", "assignee", "priority", "client", "tag"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** How a due date stands to today, for cards that are not done; `none` is a card without one. */
export const DUE_STATES = ["late", "today", "week", "later", "none"] as const;
export const DueState = z.enum(DUE_STATES);
export type DueState = z.infer<typeof DueState>;

/** Whether a card waits for another that is not done. */
export const CARD_STATES = ["blocked", "free"] as const;
export const CardState = z.enum(CARD_STATES);

/** Columns of the table of cards, by which it is also sorted. */
export const TABLE_COLUMNS = [
  "reference",
  "title",
  "column",
  "priority",
  "assignees",
  "client",
  "due",
  "tags",
  "createdAt",
  "updatedAt",
] as const;
export const TableColumn = z.enum(TABLE_COLUMNS);
export type TableColumn = z.infer<typeof TableColumn>;

const values = z.array(z.string().min(1).max(60)).max(60);

/** Which cards a view shows: every condition holds, each met by any of its values. Empty ones hold nothing back. */
export const CardFilter = z.strictObject({
  text: z.string().max(200),
  /** User ids, or `nobody`. */
  assignees: values,
  priorities: z.array(Priority).max(5),
  /** Client ids, or `nobody`. */
  clients: values,
  tags: values,
  due: z.array(DueState).max(5),
  /** `blocked` cards wait for an open one; `free` ones don't. */
  state: z.array(CardState).max(2),
});
export type CardFilter = z.infer<typeof CardFilter>;

/** All that a view of a board keeps: how it is seen, what of it, in which order. */
export const ViewConfig = z
  .strictObject({
    layout: z.enum(LAYOUTS),
    filter: CardFilter,
    lanes: z.enum(GROUPINGS),
    /** The table's order; null is the board's own. */
    sort: z.strictObject({ column: TableColumn, descending: z.boolean() }).nullable(),
    /** The calendar's span. */
    span: z.enum(["month", "week"]),
  })
  .meta({ id: "BoardViewConfig" });
export type ViewConfig = z.infer<typeof ViewConfig>;
