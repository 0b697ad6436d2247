import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { ClientRecord } from "#domain/clients/model.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { recordColumns } from "./record.ts";
import { clients } from "./schema.ts";

type Life = "living" | "deleted";

function alive(life: Life) {
  return life === "living" ? isNull(clients.deletedAt) : isNotNull(clients.deletedAt);
}

/** One client, or null. Deleted ones only when asked for. */
export async function findClient(
  ctx: Ctx,
  id: string,
  life: Life = "living",
): Promise<ClientRecord | null> {
  const rows = await ctx.db
    .select(recordColumns)
    .from(clients)
    .where(and(eq(clients.id, id), alive(life)));
  return rows[0] ?? null;
}

/** Several clients by id, in no order, without those that are missing. */
export function findClients(
  ctx: Ctx,
  ids: readonly string[],
  life: Life = "living",
): Promise<ClientRecord[]> {
  const list = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  return ctx.db
    .select(recordColumns)
    .from(clients)
    .where(and(inArray(clients.id, list), alive(life)));
}
