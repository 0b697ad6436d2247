import type { SourceRecord, SourceView } from "#domain/sources/model.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { updateRecord, type Changed } from "#worker/platform/records/update.ts";
import { explainRefused, tableGuard } from "./free-table.ts";
import { sourceKind } from "./kind.ts";

/** Changes some fields of a data source. Errors: `source.not_found`, `source.table_taken`, `conflict.version`. */
export async function updateSource(ctx: Ctx, changed: Changed): Promise<SourceView> {
  let place: SourceRecord | undefined;
  const also = (after: SourceRecord) => [tableGuard((place = after))];
  return updateRecord(ctx, sourceKind, changed, also).catch((error: unknown) => {
    if (place === undefined) throw error;
    return explainRefused(ctx, place, error);
  });
}
