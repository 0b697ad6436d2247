import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { defineRoute } from "#domain/route.ts";
import { BoardId } from "./model.ts";
import { BoardView } from "./view.ts";

/** `bak_` and a ULID. */
export const BoardBackupId = idSchema("bak");

/** How long a backup is kept. */
export const BACKUP_DAYS = 30;

/** A board as it was at an instant. */
export const BoardBackup = z
  .strictObject({
    id: BoardBackupId,
    /** UTC. */
    at: z.iso.datetime(),
    /** Made by night, by somebody, or before another one took the board's place. */
    why: z.enum(["night", "asked", "before"]),
    /** Live ones. */
    cards: z.int().nonnegative(),
    columns: z.int().nonnegative(),
  })
  .meta({ id: "BoardBackup" });
export type BoardBackup = z.infer<typeof BoardBackup>;

const byId = z.strictObject({ id: BoardId });

export const listBackups = defineRoute({
  method: "get",
  path: "/boards/{id}/backups",
  permission: "boards.manage",
  summary: "List what a board can go back to, latest first: a month of nights and of one's own",
  params: byId,
  output: z.strictObject({ items: z.array(BoardBackup) }),
  errors: ["board.not_found"],
});

export const makeBackup = defineRoute({
  method: "post",
  path: "/boards/{id}/backups",
  permission: "boards.manage",
  summary: "Keep a board as it now is, for a month",
  params: byId,
  body: z.strictObject({}),
  output: BoardBackup,
  status: 201,
  errors: ["board.not_found"],
});

export const returnToBackup = defineRoute({
  method: "post",
  path: "/boards/{id}/backups/{backup}/restore",
  permission: "boards.manage",
  summary:
    "Put a board back as it was; as it is now is kept first, and what came since can be brought back",
  params: z.strictObject({ id: BoardId, backup: BoardBackupId }),
  body: z.strictObject({}),
  output: z.strictObject({ board: BoardView, before: BoardBackup }),
  errors: ["board.not_found", "board.archived", "board.backup_not_found"],
});
