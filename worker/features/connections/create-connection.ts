import { connectionEvent } from "#domain/connections/events.ts";
import type { Connection, ConnectionInput } from "#domain/connections/model.ts";
import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { hostRefusal } from "#worker/platform/outbound/connect-outside.ts";
import { sealFor } from "#worker/platform/secrets/tenant-secrets.ts";
import { insert } from "#worker/platform/writes.ts";
import { readConnections } from "./queries.ts";
import { passwordPlace, recordOf, viewOf } from "./record.ts";
import { connections, type ConnectionRow } from "./schema.ts";

/** More than a firm has databases. */
const MOST = 20;

/** Error: `connection.host_refused` with why, for a place that nothing would be opened at. */
export function mustBeReachable(ctx: Ctx, place: { host: string; port: number }): void {
  const reason = hostRefusal(ctx, place);
  if (reason) fail("connection.host_refused", { reason });
}

/** Keeps how to reach a database. Errors: `connection.host_refused`, `connection.too_many`. */
export async function createConnection(ctx: Ctx, input: ConnectionInput): Promise<Connection> {
  const [all] = await Promise.all([readConnections(ctx), ctx.actor()]);
  mustBeReachable(ctx, input);
  if (all.length >= MOST) return fail("connection.too_many", { most: MOST });
  const id = newId("cnx", ctx.clock.now());
  const now = isoNow(ctx.clock);
  const row: ConnectionRow = {
    ...input,
    id,
    version: 1,
    password: await sealFor(ctx, passwordPlace(id), input.password),
    passwordSetAt: now,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
  return commit(ctx, {
    writes: [insert(connections, row)],
    events: [connectionEvent("created", { before: null, after: recordOf(row) })],
    answer: viewOf({ ...row, schemaReadAt: null }),
  });
}
