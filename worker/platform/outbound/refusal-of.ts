import { judgeTarget, type Refusal } from "#domain/outbound/target.ts";
import { RAW, type Ctx } from "#worker/platform/context.ts";
import { allowsLoopback } from "./find-target.ts";

/** Why nothing would be sent to an address, by its form alone; null when it may be called. */
export function refusalOf(ctx: Ctx, address: string): Refusal | null {
  const verdict = judgeTarget(address, { loopback: allowsLoopback(ctx[RAW].env) });
  return "refused" in verdict ? verdict.refused : null;
}
