import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { listSources as definition } from "#domain/sources/api.ts";
import type { AnswerOf } from "#domain/route.ts";
import type { SourceRecord } from "#domain/sources/model.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { listRecords } from "#worker/platform/records/list.ts";
import { sourceKind } from "./kind.ts";
import { dataSources } from "./schema.ts";

/** One page of the data sources that match, newest first. Error: `list.cursor_invalid`. */
export function listSources(
  ctx: Ctx,
  query: z.output<typeof definition.query>,
): Promise<AnswerOf<typeof definition>> {
  return listRecords(ctx, sourceKind, query, {
    entity: "source",
    where: query.workspace ? eq(dataSources.workspaceId, query.workspace) : undefined,
    view: (row: SourceRecord, actor) => sourceKind.view(row, actor),
  });
}
