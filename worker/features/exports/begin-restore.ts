import type { RestoreView } from "#domain/exports/restore-model.ts";
import { newId } from "#domain/ids.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { require, write } from "#worker/platform/auth/control-writes.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { viewOfRestore } from "./restore-queries.ts";

/** Announces an archive. The new organization has an id from here on, and nothing else. Error: `restore.running`. */
export async function beginRestore(
  ctx: Ctx,
  input: { name: string | null; size: number },
): Promise<RestoreView> {
  const row = {
    id: newId("rst", ctx.clock.now()),
    organizationId: newId("org", ctx.clock.now()),
    userId: ctx.userId,
    ...input,
    state: "receiving",
    fault: null,
    place: null,
    result: null,
    createdAt: isoNow(ctx.clock),
    finishedAt: null,
  } as const;
  const { answer } = await commitControl(await scopeOf(ctx), {
    writes: [
      require("restore_running", `NOT EXISTS (SELECT 1 FROM restores WHERE user_id = ?
        AND state IN ('receiving', 'running'))`, ctx.userId),
      write(
        `INSERT INTO restores (id, organization_id, user_id, name, size, state, created_at)
         VALUES (?, ?, ?, ?, ?, 'receiving', ?)`,
        row.id,
        row.organizationId,
        ctx.userId,
        row.name,
        row.size,
        row.createdAt,
      ),
    ],
    answer: viewOfRestore(row),
  });
  return answer;
}
