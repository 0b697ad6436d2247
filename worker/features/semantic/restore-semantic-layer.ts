import type { SemanticRecord, SemanticView } from "#domain/semantic/model.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { restoreRecord } from "#worker/platform/records/life.ts";
import { semanticKind } from "./kind.ts";
import { explainRefused, onlyLayerGuard } from "./only-layer.ts";

/** Brings a deleted layer back. Errors: `semantic.not_found`, `semantic.exists`, `conflict.version`. */
export async function restoreSemanticLayer(ctx: Ctx, at: { id: string }): Promise<SemanticView> {
  let place: SemanticRecord | undefined;
  const also = (after: SemanticRecord) => [onlyLayerGuard((place = after))];
  return restoreRecord(ctx, semanticKind, at, also).catch((error: unknown) => {
    if (place === undefined) throw error;
    return explainRefused(ctx, place, error);
  });
}
