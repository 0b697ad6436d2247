import { fail } from "#domain/errors.ts";
import { exportEvent } from "#domain/exports/events.ts";
import type { ExportView } from "#domain/exports/model.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { exportRoom } from "#worker/platform/exports/export-room.ts";
import { update } from "#worker/platform/writes.ts";
import { findExport, recordOf, viewOf } from "./queries.ts";
import { exports } from "./schema.ts";

/** Cancels a running export. What it wrote is deleted. Errors: `export.not_found`, `export.not_running`. */
export async function cancelExport(ctx: Ctx, input: { id: string }): Promise<ExportView> {
  const before = await findExport(ctx, input.id);
  if (before.state !== "running") return fail("export.not_running");
  const set = { state: "cancelled", finishedAt: isoNow(ctx.clock) } as const;
  const after = { ...before, ...set, version: before.version + 1 };
  const answer = await commit(ctx, {
    writes: [update(exports, before, set)],
    events: [exportEvent("cancelled", { before: recordOf(before), after: recordOf(after) })],
    answer: viewOf(after),
  });
  const room = await exportRoom(ctx);
  await room.cancel(ctx.tenant, input.id);
  return answer;
}
