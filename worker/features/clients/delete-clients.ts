import type { deleteClients as route } from "#domain/clients/bulk-api.ts";
import type { AnswerOf } from "#domain/route.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { lifeOf } from "./change.ts";
import { findClients } from "./queries.ts";

/** Deletes several clients in one commit. Error: `conflict.version`; then none is deleted. */
export async function deleteClients(
  ctx: Ctx,
  input: { ids: readonly string[] },
): Promise<AnswerOf<typeof route>> {
  const found = await findClients(ctx, input.ids);
  const gone = found.map((before) => lifeOf(ctx, before, "deleted"));
  const deleted = found.map((record) => record.id);
  return commit(ctx, {
    writes: gone.map((change) => change.write),
    events: gone.map((change) => change.event),
    answer: { deleted, missing: input.ids.filter((id) => !deleted.includes(id)) },
  });
}
