import { clientEvent } from "#domain/clients/events.ts";
import type { ClientInput, ClientRecord, ClientView } from "#domain/clients/model.ts";
import { newId } from "#domain/ids.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { insert } from "#worker/platform/writes.ts";
import { rowOf, viewOf } from "./record.ts";
import { clients } from "./schema.ts";

/** Adds a client. */
export async function createClient(ctx: Ctx, input: ClientInput): Promise<ClientView> {
  const now = isoNow(ctx.clock);
  const record: ClientRecord = {
    ...input,
    id: newId("cli", ctx.clock.now()),
    version: 1,
    stageSince: now,
    createdAt: now,
    updatedAt: now,
  };
  return commit(ctx, {
    writes: [insert(clients, rowOf(record))],
    events: [clientEvent("created", { before: null, after: record })],
    answer: viewOf(record, await ctx.actor()),
  });
}
