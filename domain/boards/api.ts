import { z } from "zod";
import { nameLine } from "#domain/line.ts";
import { defineRoute } from "#domain/route.ts";
import { BoardId, Category } from "./model.ts";
import { Op } from "./ops.ts";
import { WholeCardView } from "./parts-view.ts";
import { BoardRecord, BoardView, ColumnView, ListedBoard } from "./view.ts";

const byId = z.strictObject({ id: BoardId });
const atVersion = z.strictObject({ version: z.int().positive() });
const { prefix } = BoardRecord.shape;
const title = nameLine(120);

export const listBoards = defineRoute({
  method: "get",
  path: "/boards",
  permission: "boards.read",
  summary: "List boards, oldest first",
  query: z.strictObject({
    archived: z.enum(["true", "false"]).default("false"),
    cursor: BoardId.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: z.strictObject({ items: z.array(ListedBoard), nextCursor: BoardId.nullable() }),
});

export const createBoard = defineRoute({
  method: "post",
  path: "/boards",
  permission: "boards.manage",
  summary: "Create a board with its first columns",
  body: z.strictObject({
    title,
    /** The initials of the title unless told. */
    prefix: prefix.optional(),
    /** Backlog, Todo, In progress, Validation and Done, in the creator's language, unless told. */
    columns: z
      .array(z.strictObject({ name: nameLine(60), category: Category }))
      .min(1)
      .max(20)
      .optional(),
  }),
  output: BoardView,
  status: 201,
});

export const readBoard = defineRoute({
  method: "get",
  path: "/boards/{id}",
  permission: "boards.read",
  summary: "Read a board's name and state",
  params: byId,
  output: BoardView,
  errors: ["board.not_found"],
});

export const updateBoard = defineRoute({
  method: "patch",
  path: "/boards/{id}",
  permission: "boards.manage",
  summary: "Rename a board",
  params: byId,
  body: atVersion.extend({
    changes: z
      .strictObject({ title: title.optional(), prefix: prefix.optional() })
      .refine((changes) => Object.keys(changes).length > 0, { error: "at least one field" }),
  }),
  output: BoardView,
  errors: ["board.not_found", "conflict.version"],
});

export const archiveBoard = defineRoute({
  method: "post",
  path: "/boards/{id}/archive",
  permission: "boards.manage",
  summary: "Archive a board: it stays readable and refuses changes",
  params: byId,
  body: atVersion,
  output: BoardView,
  errors: ["board.not_found", "conflict.version"],
});

export const restoreBoard = defineRoute({
  method: "post",
  path: "/boards/{id}/restore",
  permission: "boards.manage",
  summary: "Bring an archived board back",
  params: byId,
  body: atVersion,
  output: BoardView,
  errors: ["board.not_found", "conflict.version"],
});

export const listCards = defineRoute({
  method: "get",
  path: "/boards/{id}/cards",
  permission: "boards.read",
  summary: "Read columns and cards as they now are, from the board's object",
  params: byId,
  output: z.strictObject({
    version: z.int().nonnegative(),
    columns: z.array(ColumnView),
    cards: z.array(WholeCardView),
  }),
  errors: ["board.not_found"],
});

export const pushOps = defineRoute({
  method: "post",
  path: "/boards/{id}/ops",
  permission: "boards.write",
  summary: "Change cards and columns, in order, through the board's object",
  params: byId,
  body: z.strictObject({
    ops: z.array(Op).min(1).max(200),
    /** The version that the caller saw; later writes of others then count as conflicts. */
    base: z.int().nonnegative().optional(),
  }),
  output: z.strictObject({
    version: z.int().nonnegative(),
    /** False when lists and search don't show it yet: they follow by themselves. */
    projected: z.boolean(),
    results: z.array(
      z.strictObject({
        outcome: z.enum(["applied", "rebased", "noop", "rejected"]),
        reason: z.string().nullable(),
      }),
    ),
  }),
  errors: ["board.not_found", "board.archived", "board.op_rejected"],
});
