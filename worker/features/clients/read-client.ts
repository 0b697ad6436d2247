import { fail } from "#domain/errors.ts";
import type { ClientView } from "#domain/clients/model.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findClient } from "./queries.ts";
import { viewOf } from "./record.ts";

/** One client. Error: `client.not_found`, for deleted ones too. */
export async function readClient(ctx: Ctx, input: { id: string }): Promise<ClientView> {
  const [record, actor] = await Promise.all([findClient(ctx, input.id), ctx.actor()]);
  if (!record) return fail("client.not_found", { id: input.id });
  return viewOf(record, actor);
}
