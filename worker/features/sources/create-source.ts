import { newId } from "#domain/ids.ts";
import { sourceEvent } from "#domain/sources/events.ts";
import type { SourceInput, SourceRecord, SourceView } from "#domain/sources/model.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { insert } from "#worker/platform/writes.ts";
import { explainRefused, tableGuard } from "./free-table.ts";
import { sourceKind } from "./kind.ts";
import { dataSources } from "./schema.ts";

/** Adds a data source to a workspace. Errors: `workspace.not_found`, `source.table_taken`. */
export async function createSource(ctx: Ctx, input: SourceInput): Promise<SourceView> {
  const now = isoNow(ctx.clock);
  const actor = await ctx.actor();
  const record: SourceRecord = {
    ...input,
    id: newId("src", ctx.clock.now()),
    version: 1,
    createdBy: actor.userId,
    createdAt: now,
    updatedAt: now,
  };
  return commit(ctx, {
    writes: [tableGuard(record), insert(dataSources, record)],
    events: [sourceEvent("created", { before: null, after: record })],
    answer: sourceKind.view(record, actor),
  }).catch((error: unknown) => explainRefused(ctx, record, error));
}
