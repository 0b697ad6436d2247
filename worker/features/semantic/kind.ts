import { getTableColumns } from "drizzle-orm";
import { can } from "#domain/permissions.ts";
import { semanticEvent } from "#domain/semantic/events.ts";
import type { SemanticRecord, SemanticView } from "#domain/semantic/model.ts";
import { inLiving } from "#worker/features/workspaces/living.ts";
import type { RecordKind } from "#worker/platform/records/kind.ts";
import { semanticLayers } from "./schema.ts";

const { deletedAt: _deleted, ...columns } = getTableColumns(semanticLayers);

/** Semantic layers, for the verbs of every record. */
export const semanticKind: RecordKind<SemanticRecord, SemanticView> = {
  table: semanticLayers,
  columns,
  within: inLiving(semanticLayers.workspaceId),
  missing: "semantic.not_found",
  event: semanticEvent,
  view: (record, actor) => ({ ...record, can: { write: can(actor, "analytics.write") } }),
};
