import type { updateClients as route } from "#domain/clients/bulk-api.ts";
import type { ClientChanges } from "#domain/clients/model.ts";
import type { AnswerOf } from "#domain/route.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { changeOf, differing } from "./change.ts";
import { findClients } from "./queries.ts";
import { viewOf } from "./record.ts";

interface BulkInput {
  items: readonly { id: string; changes: ClientChanges }[];
}

/**
 * Changes several clients in one commit, on top of whatever they are now: the last writer of a field wins.
 * Error: `conflict.version` when one of them changed between the read and the commit; then none is changed.
 */
export async function updateClients(ctx: Ctx, input: BulkInput): Promise<AnswerOf<typeof route>> {
  const ids = input.items.map((item) => item.id);
  const [found, actor] = await Promise.all([findClients(ctx, ids), ctx.actor()]);
  const byId = new Map(found.map((record) => [record.id, record]));
  const changed = input.items.flatMap((item) => {
    const before = byId.get(item.id);
    const changes = before && differing(before, item.changes);
    return before && changes && Object.keys(changes).length > 0
      ? [changeOf(ctx, before, changes)]
      : [];
  });
  for (const { after } of changed) byId.set(after.id, after);
  return commit(ctx, {
    writes: changed.map((change) => change.write),
    events: changed.map((change) => change.event),
    answer: {
      items: [...byId.values()].map((record) => viewOf(record, actor)),
      missing: ids.filter((id) => !byId.has(id)),
    },
  });
}
