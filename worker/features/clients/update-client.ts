import type { ClientChanges, ClientView } from "#domain/clients/model.ts";
import { fail } from "#domain/errors.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { changeOf, differing } from "./change.ts";
import { findClient } from "./queries.ts";
import { viewOf } from "./record.ts";

interface UpdateInput {
  id: string;
  version: number;
  changes: ClientChanges;
}

/**
 * Changes some fields of a client. What is already so is answered without a write.
 * Errors: `client.not_found`, `conflict.version` with `params.current`.
 */
export async function updateClient(ctx: Ctx, input: UpdateInput): Promise<ClientView> {
  const [before, actor] = await Promise.all([findClient(ctx, input.id), ctx.actor()]);
  if (!before) return fail("client.not_found", { id: input.id });
  const changes = differing(before, input.changes);
  if (Object.keys(changes).length === 0) return viewOf(before, actor);
  if (before.version !== input.version) {
    return fail("conflict.version", { current: viewOf(before, actor) });
  }
  const change = changeOf(ctx, before, changes);
  return commit(ctx, {
    writes: [change.write],
    events: [change.event],
    answer: viewOf(change.after, actor),
    current: async () => {
      const now = await findClient(ctx, input.id);
      return now && viewOf(now, actor);
    },
  });
}
