import type { AskUsage } from "#domain/asks/model.ts";
import { can } from "#domain/permissions.ts";
import { askingOf } from "#worker/platform/asking.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { monthOf, readSpent, type Spent } from "./budget.ts";

const figures = ({ questions, tokens, costMicros }: Omit<Spent, "userId">) => ({
  questions,
  tokens,
  costMicros,
});

/** What a month has used: one's own, the organization's, and for readers of the audit log each person's. */
export async function readUsage(
  ctx: Ctx,
  query: { month?: string | undefined },
): Promise<AskUsage> {
  const month = query.month ?? monthOf(ctx.clock.now());
  const [spent, actor] = await Promise.all([readSpent(ctx, month), ctx.actor()]);
  const { personLimit, organizationLimit } = askingOf(ctx);
  const none = { questions: 0, tokens: 0, costMicros: 0 };
  const own = spent.find(({ userId }) => userId === ctx.userId) ?? none;
  const all = spent.reduce(
    (sum, one) => ({
      questions: sum.questions + one.questions,
      tokens: sum.tokens + one.tokens,
      costMicros: sum.costMicros + one.costMicros,
    }),
    none,
  );
  return {
    month,
    person: { ...figures(own), limit: personLimit },
    organization: { ...all, limit: organizationLimit },
    people: can(actor, "audit.read")
      ? spent
          .map((one) => ({ userId: one.userId, ...figures(one) }))
          .toSorted((a, b) => b.tokens - a.tokens)
      : null,
  };
}
