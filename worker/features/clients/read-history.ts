import { and, desc, eq, lt } from "drizzle-orm";
import type { readClientHistory as route } from "#domain/clients/api.ts";
import { fail } from "#domain/errors.ts";
import type { AnswerOf } from "#domain/route.ts";
import { audit } from "#worker/platform/audit-table.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findClient } from "./queries.ts";

interface HistoryInput {
  id: string;
  before?: number | undefined;
  limit: number;
}

/** What happened to a client, last first, with the values before and after. Error: `client.not_found`. */
export async function readHistory(ctx: Ctx, input: HistoryInput): Promise<AnswerOf<typeof route>> {
  const { id, before, limit } = input;
  const rows = ctx.db
    .select({
      id: audit.id,
      at: audit.at,
      actorId: audit.actorId,
      action: audit.action,
      changes: audit.changes,
    })
    .from(audit)
    .where(
      and(
        eq(audit.entity, "client"),
        eq(audit.entityId, id),
        before ? lt(audit.id, before) : undefined,
      ),
    )
    .orderBy(desc(audit.id))
    .limit(limit + 1);
  const [record, found] = await Promise.all([findClient(ctx, id), rows]);
  if (!record) return fail("client.not_found", { id });
  const items = found.slice(0, limit);
  return { items, nextBefore: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}
