import { organizationEvent } from "#domain/organization/events.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { guarded } from "#worker/platform/auth/control-writes.ts";
import type { Ctx } from "#worker/platform/context.ts";

/** Renames the organization. Error: `conflict.version` when somebody renamed it meanwhile. */
export async function renameOrganization(ctx: Ctx, input: { name: string }) {
  const actor = await ctx.actor();
  const id = ctx.tenant.organizationId;
  const before = { id, name: actor.organization };
  const after = { id, name: input.name };
  const { answer } = await commitControl(await scopeOf(ctx), {
    writes: [
      guarded(
        "stale",
        "UPDATE organizations SET name = ? WHERE id = ? AND name = ?",
        after.name,
        id,
        before.name,
      ),
    ],
    events: [{ organizationId: id, actor, event: organizationEvent("renamed", { before, after }) }],
    answer: after,
  });
  return answer;
}
