import type { Catalogue } from "#domain/connections/catalogue.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { put } from "#worker/platform/writes.ts";
import type { Session } from "./driver/session.ts";
import { openDatabase } from "./open-database.ts";
import { findConnection, findWithCatalogue } from "./queries.ts";
import { connectionCatalogues } from "./schema.ts";

/** What is known of the tables of a connection. Error: `connection.not_found`. */
export async function readCatalogue(ctx: Ctx, id: string): Promise<Catalogue> {
  return (await findWithCatalogue(ctx, id)).catalogue;
}

/** Asks an opened database for its tables and keeps them. */
export async function takeCatalogue(ctx: Ctx, id: string, session: Session): Promise<Catalogue> {
  const body = await session.catalogue();
  const readAt = isoNow(ctx.clock);
  return commit(ctx, {
    writes: [
      put(connectionCatalogues, connectionCatalogues.connectionId, {
        connectionId: id,
        readAt,
        body,
      }),
    ],
    events: [],
    answer: { ...body, readAt },
  });
}

/** Asks the database of a connection for its tables. Errors: `connection.not_found`, `connection.password_unreadable`, `connection.failed`. */
export async function refreshCatalogue(ctx: Ctx, id: string): Promise<Catalogue> {
  const [row] = await Promise.all([findConnection(ctx, id), ctx.actor()]);
  const session = await openDatabase(ctx, row, new AbortController().signal);
  try {
    return await takeCatalogue(ctx, id, session);
  } finally {
    await session.end();
  }
}
