import type { ConnectionInput, ConnectionTest } from "#domain/connections/model.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { ConnectError, type Target } from "./driver/session.ts";
import { openTarget, targetOf } from "./open-database.ts";
import { findConnection } from "./queries.ts";

async function tryTarget(ctx: Ctx, target: Target): Promise<ConnectionTest> {
  const started = ctx.clock.now();
  const ms = () => Math.max(0, ctx.clock.now() - started);
  try {
    const session = await openTarget(ctx, target, new AbortController().signal);
    try {
      const writes = await session.writes();
      return { failure: null, detail: "", server: session.server, ms: ms(), writes };
    } finally {
      await session.end();
    }
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error;
    const { failure, detail } = error;
    return { failure, detail, server: "", ms: ms(), writes: [] };
  }
}

/** Whether a connection works as it stands. Errors: `connection.not_found`, `connection.password_unreadable`. */
export async function testConnection(ctx: Ctx, id: string): Promise<ConnectionTest> {
  const [row] = await Promise.all([findConnection(ctx, id), ctx.actor()]);
  return tryTarget(ctx, await targetOf(ctx, row));
}

/** Whether a database can be reached as typed. */
export async function tryConnection(ctx: Ctx, input: ConnectionInput): Promise<ConnectionTest> {
  await ctx.actor();
  return tryTarget(ctx, { ...input, hyperdrive: null });
}
