import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { AnswerOf } from "#domain/route.ts";
import type { listSemanticLayers as definition } from "#domain/semantic/api.ts";
import type { SemanticRecord } from "#domain/semantic/model.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { listRecords } from "#worker/platform/records/list.ts";
import { semanticKind } from "./kind.ts";
import { semanticLayers } from "./schema.ts";

/** One page of the layers that match, newest first. Error: `list.cursor_invalid`. */
export function listSemanticLayers(
  ctx: Ctx,
  query: z.output<typeof definition.query>,
): Promise<AnswerOf<typeof definition>> {
  return listRecords(ctx, semanticKind, query, {
    entity: "semantic_layer",
    where: query.workspace ? eq(semanticLayers.workspaceId, query.workspace) : undefined,
    view: (row: SemanticRecord, actor) => semanticKind.view(row, actor),
  });
}
