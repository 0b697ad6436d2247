import type { AskStatus } from "#domain/asks/model.ts";
import { askingOf } from "#worker/platform/asking.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { budgetsOf, monthOf, readSpent } from "./budget.ts";

/** Whether questions can be asked here, and what is left of the month. */
export async function readStatus(ctx: Ctx): Promise<AskStatus> {
  const config = askingOf(ctx);
  const spent = await readSpent(ctx, monthOf(ctx.clock.now()));
  return {
    ready: config.account !== null,
    model: config.model,
    ...budgetsOf(spent, ctx.userId, config),
  };
}
