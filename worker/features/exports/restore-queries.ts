import { fail } from "#domain/errors.ts";
import { RestoreResult, type RestoreView } from "#domain/exports/restore-model.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import type { Ctx } from "#worker/platform/context.ts";
import type { RestoreOrder } from "#worker/platform/exports/restore-rpc.ts";

export interface RestoreRow {
  id: string;
  organizationId: string;
  userId: string;
  name: string | null;
  size: number;
  state: RestoreView["state"];
  fault: RestoreView["fault"];
  place: string | null;
  result: string | null;
  createdAt: string;
  finishedAt: string | null;
}

/** A restoration of the asking person; somebody else's is not there. Error: `restore.not_found`. */
export async function findRestore(ctx: Ctx, id: string): Promise<RestoreRow> {
  const row = await controlDb(ctx).first<RestoreRow>(
    `SELECT id, organization_id AS organizationId, user_id AS userId, name, size, state, fault, place, result,
       created_at AS createdAt, finished_at AS finishedAt FROM restores WHERE id = ? AND user_id = ?`,
    id,
    ctx.userId,
  );
  return row ?? fail("restore.not_found");
}

export function viewOfRestore(
  { userId: _userId, result, ...row }: RestoreRow,
  progress: RestoreView["progress"] = null,
): RestoreView {
  return { ...row, result: result ? RestoreResult.parse(JSON.parse(result)) : null, progress };
}

export function orderOf({ id, organizationId, userId, name, size }: RestoreRow): RestoreOrder {
  return { id, organizationId, userId, name, size };
}
