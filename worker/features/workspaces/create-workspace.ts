import { newId } from "#domain/ids.ts";
import { workspaceEvent } from "#domain/workspaces/events.ts";
import type { WorkspaceInput, WorkspaceRecord, WorkspaceView } from "#domain/workspaces/model.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { insert } from "#worker/platform/writes.ts";
import { workspaceKind } from "./kind.ts";
import { workspaces } from "./schema.ts";

/** Adds a workspace. */
export async function createWorkspace(ctx: Ctx, input: WorkspaceInput): Promise<WorkspaceView> {
  const now = isoNow(ctx.clock);
  const actor = await ctx.actor();
  const record: WorkspaceRecord = {
    ...input,
    id: newId("wsp", ctx.clock.now()),
    version: 1,
    createdBy: actor.userId,
    createdAt: now,
    updatedAt: now,
  };
  return commit(ctx, {
    writes: [insert(workspaces, record)],
    events: [workspaceEvent("created", { before: null, after: record })],
    answer: workspaceKind.view(record, actor),
  });
}
