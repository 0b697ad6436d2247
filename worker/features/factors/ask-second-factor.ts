import type { FactorAsked, FactorMethod } from "#domain/factors/model.ts";
import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import type { ControlWrite } from "#worker/platform/auth/control-writes.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { newChallenge } from "./challenges.ts";

/**
 * Answers a right password (or link) of a person who has a second factor: nobody is signed in, and what is handed out is
 * good for that second step alone. `writes`: what the first step led to.
 */
export async function askSecondFactor(
  ctx: PublicCtx,
  userId: string,
  methods: FactorMethod[],
  writes: readonly ControlWrite[],
): Promise<FactorAsked> {
  const { token, expiresAt, write } = await newChallenge(ctx.clock, "second_factor", userId);
  const { answer } = await commitControl(publicScope(ctx), {
    writes: [...writes, write],
    answer: { secondFactor: { token, expiresAt, methods } },
  });
  return answer;
}
