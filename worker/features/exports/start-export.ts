import { sql } from "drizzle-orm";
import { Fault, fail } from "#domain/errors.ts";
import { exportEvent } from "#domain/exports/events.ts";
import type { ExportView } from "#domain/exports/model.ts";
import { newId } from "#domain/ids.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { exportRoom } from "#worker/platform/exports/export-room.ts";
import type { Write } from "#worker/platform/writes.ts";
import { recordOf, viewOf } from "./queries.ts";
import { exports, type ExportRow } from "./schema.ts";

/** Adds the row unless an export runs: the unique index would tell so as well, but not by a name of ours. */
function insertAlone(row: ExportRow): Write {
  const { id, version, state, startedBy, startedByName, startedAt } = row;
  const build: Write["build"] = (db) =>
    db.insert(exports).select(
      sql`SELECT ${id}, ${version}, ${state}, ${startedBy}, ${startedByName}, ${startedAt},
          NULL, NULL, NULL, NULL, NULL, NULL
          WHERE NOT EXISTS (SELECT 1 FROM exports WHERE state = 'running')`,
    );
  return { guarded: true, build };
}

/** Starts an export in the object that makes it. Error: `export.running`. */
export async function startExport(ctx: Ctx): Promise<ExportView> {
  const actor = await ctx.actor();
  const row: ExportRow = {
    id: newId("exp", ctx.clock.now()),
    version: 1,
    state: "running",
    startedBy: ctx.userId,
    startedByName: actor.name,
    startedAt: isoNow(ctx.clock),
    finishedAt: null,
    expiresAt: null,
    size: null,
    rows: null,
    files: null,
    fault: null,
  };
  const started = await commit(ctx, {
    writes: [insertAlone(row)],
    events: [exportEvent("started", { before: null, after: recordOf(row) })],
    answer: viewOf(row, { done: 0, total: 0, stage: "preparing" }),
  }).catch((error: unknown) => {
    if (error instanceof Fault && error.code === "conflict.version") return fail("export.running");
    throw error;
  });
  // Lost on the way, the list begins it: the row says that it runs.
  const room = await exportRoom(ctx);
  await room.begin(ctx.tenant, { id: started.id, startedBy: started.startedBy });
  return started;
}
