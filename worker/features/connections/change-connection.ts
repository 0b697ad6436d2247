import { connectionEvent } from "#domain/connections/events.ts";
import type { Connection, ConnectionChanges } from "#domain/connections/model.ts";
import { fail } from "#domain/errors.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { sealFor } from "#worker/platform/secrets/tenant-secrets.ts";
import { put, update } from "#worker/platform/writes.ts";
import { mustBeReachable } from "./create-connection.ts";
import { findConnection } from "./queries.ts";
import { passwordPlace, recordOf, viewOf } from "./record.ts";
import { connectionCatalogues, connections, type ConnectionRow } from "./schema.ts";

/** What changes where a password would be sent, or who could read it on its way. */
const PLACE = ["host", "port", "tls"] as const;

const noCatalogue = (id: string) =>
  put(connectionCatalogues, connectionCatalogues.connectionId, {
    connectionId: id,
    readAt: null,
    body: null,
  });

/** What people typed over what stood there. Another user is another role: that it may write is asked anew. */
function fieldsOf(changes: ConnectionChanges, before: ConnectionRow) {
  const user = changes.user ?? before.user;
  return {
    name: changes.name ?? before.name,
    host: changes.host ?? before.host,
    port: changes.port ?? before.port,
    database: changes.database ?? before.database,
    user,
    tls: changes.tls ?? before.tls,
    writerAccepted: changes.writerAccepted ?? (user === before.user && before.writerAccepted),
  };
}

/**
 * Changes a connection. A password that was kept is never sent to another place than the one it was typed for; whose tables are
 * others is read anew.
 * Errors: `connection.not_found`, `connection.host_refused`, `connection.password_needed`, `conflict.version`.
 */
export async function updateConnection(
  ctx: Ctx,
  input: { id: string; version: number; changes: ConnectionChanges },
): Promise<Connection> {
  const { id, version } = input;
  const { password } = input.changes;
  const [before] = await Promise.all([findConnection(ctx, id), ctx.actor()]);
  const current = async () => viewOf(await findConnection(ctx, id));
  if (before.version !== version) return fail("conflict.version", { current: await current() });
  const now = isoNow(ctx.clock);
  const changes = fieldsOf(input.changes, before);
  const next = { ...before, ...changes };
  mustBeReachable(ctx, next);
  if (password === undefined && PLACE.some((key) => next[key] !== before[key])) {
    return fail("connection.password_needed");
  }
  const sealed = password === undefined ? null : await sealFor(ctx, passwordPlace(id), password);
  const secret = sealed === null ? {} : { password: sealed, passwordSetAt: now };
  const set = { ...changes, ...secret, updatedAt: now };
  const moved = [...PLACE, "database", "user"] as const;
  const elsewhere = moved.some((key) => next[key] !== before[key]);
  const schemaReadAt = elsewhere ? null : before.schemaReadAt;
  const after = { ...before, ...set, schemaReadAt, version: version + 1 };
  return commit(ctx, {
    writes: [update(connections, { id, version }, set), ...(elsewhere ? [noCatalogue(id)] : [])],
    events: [connectionEvent("updated", { before: recordOf(before), after: recordOf(after) })],
    answer: viewOf(after),
    current,
  });
}

/** Deletes a connection with its password and catalogue. Errors: `connection.not_found`, `conflict.version`. */
export async function deleteConnection(ctx: Ctx, id: string): Promise<undefined> {
  const before = await findConnection(ctx, id);
  const gone = { deletedAt: isoNow(ctx.clock), password: null };
  await commit(ctx, {
    writes: [update(connections, { id, version: before.version }, gone), noCatalogue(id)],
    events: [connectionEvent("deleted", { before: recordOf(before), after: null })],
    answer: null,
  });
  return undefined;
}
