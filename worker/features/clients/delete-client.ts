import { fail } from "#domain/errors.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { lifeOf } from "./change.ts";
import { findClient } from "./queries.ts";

/** Deletes a client; `restoreClient` brings it back. Errors: `client.not_found`, `conflict.version`. */
export async function deleteClient(ctx: Ctx, input: { id: string }): Promise<null> {
  const before = await findClient(ctx, input.id);
  if (!before) return fail("client.not_found", { id: input.id });
  const { write, event } = lifeOf(ctx, before, "deleted");
  return commit(ctx, { writes: [write], events: [event], answer: null });
}
