import { newId } from "#domain/ids.ts";
import { semanticEvent } from "#domain/semantic/events.ts";
import type { SemanticInput, SemanticRecord, SemanticView } from "#domain/semantic/model.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { insert } from "#worker/platform/writes.ts";
import { semanticKind } from "./kind.ts";
import { explainRefused, keepVersion, onlyLayerGuard } from "./only-layer.ts";
import { semanticLayers } from "./schema.ts";

/** Gives a workspace its semantic layer. Errors: `workspace.not_found`, `semantic.exists`. */
export async function createSemanticLayer(ctx: Ctx, input: SemanticInput): Promise<SemanticView> {
  const now = isoNow(ctx.clock);
  const actor = await ctx.actor();
  const record: SemanticRecord = {
    ...input,
    id: newId("sml", ctx.clock.now()),
    version: 1,
    createdBy: actor.userId,
    createdAt: now,
    updatedAt: now,
  };
  return commit(ctx, {
    writes: [
      onlyLayerGuard(record),
      insert(semanticLayers, record),
      keepVersion(record, actor.userId),
    ],
    events: [semanticEvent("created", { before: null, after: record })],
    answer: semanticKind.view(record, actor),
  }).catch((error: unknown) => explainRefused(ctx, record, error));
}
