import type { Connection } from "#domain/connections/model.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { readConnections } from "./queries.ts";
import { viewOf } from "./record.ts";

/** The organization's connections, by name. */
export async function listConnections(ctx: Ctx): Promise<{ items: Connection[] }> {
  return { items: (await readConnections(ctx)).map(viewOf) };
}
