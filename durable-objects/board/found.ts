import type { Origin } from "#domain/audit/model.ts";
import type { Category } from "#domain/boards/model.ts";
import type { z } from "zod";
import { push } from "./push.ts";
import { type Meta, readMeta, type Storage } from "./storage.ts";

/** What a board starts as. Columns carry ids of the caller, so that a repeated founding changes nothing. */
export interface Founding {
  organization: string;
  binding: string;
  board: string;
  epoch: string;
  userId: string;
  origin: Origin | null;
  at: string;
  columns: { id: string; name: string; category: z.infer<typeof Category> }[];
}

/** Founds the board once; later calls answer what was founded first. */
export function found(storage: Storage, by: Founding): Meta {
  const before = readMeta(storage);
  if (before) return before;
  return storage.atomically(() => {
    storage.run(
      `INSERT INTO meta (id, organization, binding, board, epoch, version, minLog, d1Version, nextNumber, archived)
       VALUES (1, ?, ?, ?, ?, 0, 0, 0, 1, 0)`,
      by.organization,
      by.binding,
      by.board,
      by.epoch,
    );
    const ops = by.columns.map(({ id, name, category }, i) => {
      const fields = { name, category };
      const op = { kind: "column.create", column: id, after: null, before: null, fields };
      return { seq: i + 1, base: 0, op };
    });
    const founder = {
      client: "founding",
      userId: by.userId,
      origin: by.origin,
      rights: { write: true, manage: true },
      at: by.at,
    };
    if (ops.length > 0) push(storage, founder, { kind: "push", acked: 0, ops });
    const meta = readMeta(storage);
    if (!meta) throw new Error("The founding of a board left no trace");
    return meta;
  });
}
