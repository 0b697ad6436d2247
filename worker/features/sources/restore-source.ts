import type { SourceRecord, SourceView } from "#domain/sources/model.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { restoreRecord } from "#worker/platform/records/life.ts";
import { explainRefused, tableGuard } from "./free-table.ts";
import { sourceKind } from "./kind.ts";

/** Brings a data source back. Errors: `source.not_found`, `source.table_taken`, `conflict.version`. */
export async function restoreSource(ctx: Ctx, at: { id: string }): Promise<SourceView> {
  let place: SourceRecord | undefined;
  const also = (after: SourceRecord) => [tableGuard((place = after))];
  return restoreRecord(ctx, sourceKind, at, also).catch((error: unknown) => {
    if (place === undefined) throw error;
    return explainRefused(ctx, place, error);
  });
}
