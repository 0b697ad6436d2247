import type { ClientView } from "#domain/clients/model.ts";
import { fail } from "#domain/errors.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { lifeOf } from "./change.ts";
import { findClient } from "./queries.ts";
import { viewOf } from "./record.ts";

/**
 * Brings a deleted client back as it was. Errors: `client.not_found` when there is no deleted client of this
 * id, `conflict.version`.
 */
export async function restoreClient(ctx: Ctx, input: { id: string }): Promise<ClientView> {
  const [before, actor] = await Promise.all([findClient(ctx, input.id, "deleted"), ctx.actor()]);
  if (!before) return fail("client.not_found", { id: input.id });
  const { write, event, after } = lifeOf(ctx, before, "restored");
  return commit(ctx, { writes: [write], events: [event], answer: viewOf(after, actor) });
}
