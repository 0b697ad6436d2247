import type { restoreClients as route } from "#domain/clients/bulk-api.ts";
import type { AnswerOf } from "#domain/route.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { lifeOf } from "./change.ts";
import { findClients } from "./queries.ts";
import { viewOf } from "./record.ts";

/** Brings several deleted clients back in one commit. Error: `conflict.version`; then none comes back. */
export async function restoreClients(
  ctx: Ctx,
  input: { ids: readonly string[] },
): Promise<AnswerOf<typeof route>> {
  const [found, actor] = await Promise.all([findClients(ctx, input.ids, "deleted"), ctx.actor()]);
  const back = found.map((before) => lifeOf(ctx, before, "restored"));
  const restored = new Set(found.map((record) => record.id));
  return commit(ctx, {
    writes: back.map((change) => change.write),
    events: back.map((change) => change.event),
    answer: {
      items: back.map(({ after }) => viewOf(after, actor)),
      missing: input.ids.filter((id) => !restored.has(id)),
    },
  });
}
