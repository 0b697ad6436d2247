import { and, asc, eq, getTableColumns, isNull } from "drizzle-orm";
import type { Catalogue } from "#domain/connections/catalogue.ts";
import { fail } from "#domain/errors.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { connectionCatalogues, connections, type ConnectionRow } from "./schema.ts";

/** A connection with when its tables were last read. */
export type FoundConnection = ConnectionRow & { schemaReadAt: string | null };

const columns = { ...getTableColumns(connections), schemaReadAt: connectionCatalogues.readAt };
const itsCatalogue = eq(connectionCatalogues.connectionId, connections.id);

/** Connections that are not deleted, by name. */
export function readConnections(ctx: Ctx): Promise<FoundConnection[]> {
  return ctx.db
    .select(columns)
    .from(connections)
    .leftJoin(connectionCatalogues, itsCatalogue)
    .where(isNull(connections.deletedAt))
    .orderBy(asc(connections.name), asc(connections.id));
}

/** One connection that is not deleted. Error: `connection.not_found`. */
export async function findConnection(ctx: Ctx, id: string): Promise<FoundConnection> {
  const [row] = await ctx.db
    .select(columns)
    .from(connections)
    .leftJoin(connectionCatalogues, itsCatalogue)
    .where(and(eq(connections.id, id), isNull(connections.deletedAt)));
  return row ?? fail("connection.not_found");
}

/** The same with what is known of its tables; `readAt` is null before they were first read. */
export async function findWithCatalogue(
  ctx: Ctx,
  id: string,
): Promise<{ row: FoundConnection; catalogue: Catalogue }> {
  const [found] = await ctx.db
    .select({ ...columns, body: connectionCatalogues.body })
    .from(connections)
    .leftJoin(connectionCatalogues, itsCatalogue)
    .where(and(eq(connections.id, id), isNull(connections.deletedAt)));
  if (!found) return fail("connection.not_found");
  const { body, ...row } = found;
  const none = { path: [], tables: [], cut: false };
  return { row, catalogue: { readAt: row.schemaReadAt, ...(body ?? none) } };
}
