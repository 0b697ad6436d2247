import { getTableColumns } from "drizzle-orm";
import { can } from "#domain/permissions.ts";
import { sourceEvent } from "#domain/sources/events.ts";
import type { SourceRecord, SourceView } from "#domain/sources/model.ts";
import { inLiving } from "#worker/features/workspaces/living.ts";
import type { RecordKind } from "#worker/platform/records/kind.ts";
import { dataSources } from "./schema.ts";

const { deletedAt: _deleted, ...columns } = getTableColumns(dataSources);

/** Data sources, for the verbs of every record. */
export const sourceKind: RecordKind<SourceRecord, SourceView> = {
  table: dataSources,
  columns,
  within: inLiving(dataSources.workspaceId),
  missing: "source.not_found",
  event: sourceEvent,
  view: (record, actor) => ({
    ...record,
    can: { write: can(actor, "analytics.write"), share: can(actor, "analytics.share") },
  }),
};
