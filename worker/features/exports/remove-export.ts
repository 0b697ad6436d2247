import { fail } from "#domain/errors.ts";
import { exportEvent } from "#domain/exports/events.ts";
import type { ExportView } from "#domain/exports/model.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { update } from "#worker/platform/writes.ts";
import { findExport, recordOf, viewOf } from "./queries.ts";
import { exports } from "./schema.ts";

/**
 * Deletes an archive. The row says so first: an archive that a crash left behind is deleted by the nightly purge.
 * Errors: `export.not_found`, `export.no_archive`.
 */
export async function removeExport(ctx: Ctx, input: { id: string }): Promise<ExportView> {
  const before = await findExport(ctx, input.id);
  if (before.state !== "ready") return fail("export.no_archive");
  const set = { state: "removed" } as const;
  const after = { ...before, ...set, version: before.version + 1 };
  const answer = await commit(ctx, {
    writes: [update(exports, before, set)],
    events: [exportEvent("removed", { before: recordOf(before), after: recordOf(after) })],
    answer: viewOf(after),
  });
  await ctx.files.delete(`exports/${input.id}.zip`);
  return answer;
}
