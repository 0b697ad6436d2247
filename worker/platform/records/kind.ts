import { and, eq, isNotNull, isNull, type SQL } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { fail, type ErrorCode } from "#domain/errors.ts";
import type { DomainEvent } from "#domain/events.ts";
import type { Actor } from "#domain/permissions.ts";
import type { Ctx } from "#worker/platform/context.ts";
import type { VersionedTable } from "#worker/platform/writes.ts";

/** What every record of these verbs carries. Instants are ISO UTC. */
export interface StoredRecord {
  id: string;
  version: number;
  updatedAt: string;
}

/** A table of records that can be deleted and come back. */
type LastingTable = VersionedTable & SQLiteTable & { deletedAt: SQLiteColumn };

/** Whether a record stands, or was deleted and is kept. */
export type Life = "living" | "deleted";

/** One kind of record, as far as reading, changing, deleting and restoring need to know it. */
export interface RecordKind<R extends StoredRecord, V> {
  table: LastingTable;
  /** The columns of a record, by the names of its fields. */
  columns: Record<string, SQLiteColumn>;
  /** What must hold beside, such as that its workspace stands. */
  within?: SQL;
  /** The error of a record that is not there. */
  missing: ErrorCode;
  event(
    action: "created" | "updated" | "deleted" | "restored",
    change: { before: R | null; after: R | null },
  ): DomainEvent;
  /** The record as this person sees it. */
  view(record: R, actor: Pick<Actor, "permissions">): V;
}

/** One record, or null. */
export async function findRecord<R extends StoredRecord, V>(
  ctx: Ctx,
  kind: RecordKind<R, V>,
  id: string,
  life: Life = "living",
): Promise<R | null> {
  const { table } = kind;
  const alive = life === "living" ? isNull(table.deletedAt) : isNotNull(table.deletedAt);
  const rows = await ctx.db
    .select(kind.columns)
    .from(table)
    .where(and(eq(table.id, id), alive, kind.within));
  return (rows[0] as R | undefined) ?? null;
}

/** One record as this person sees it. Error: the kind's `missing`, for deleted ones too. */
export async function readRecord<R extends StoredRecord, V>(
  ctx: Ctx,
  kind: RecordKind<R, V>,
  { id }: { id: string },
): Promise<V> {
  const [record, actor] = await Promise.all([findRecord(ctx, kind, id), ctx.actor()]);
  return kind.view(record ?? fail(kind.missing, { id }), actor);
}
