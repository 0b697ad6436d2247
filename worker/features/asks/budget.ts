import { and, eq, sql } from "drizzle-orm";
import { costMicros, countedTokens, type Price, type Tokens } from "#domain/asks/cost.ts";
import type { Budget } from "#domain/asks/model.ts";
import { fail } from "#domain/errors.ts";
import type { AskConfig } from "#worker/integrations/anthropic/config.ts";
import type { Ctx } from "#worker/platform/context.ts";
import type { Write } from "#worker/platform/writes.ts";
import { askCalls } from "./schema.ts";

/** What somebody has used of a month. */
export interface Spent {
  userId: string;
  questions: number;
  tokens: number;
  costMicros: number;
}

/** The month of an instant, UTC: when budgets begin anew. */
export function monthOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 7);
}

/** What each person has used in a month, calls that run counted with all they may use. */
export function readSpent(ctx: Ctx, month: string): Promise<Spent[]> {
  return ctx.db
    .select({
      userId: askCalls.userId,
      questions: sql<number>`sum(${askCalls.isQuestion})`,
      tokens: sql<number>`sum(${askCalls.countedTokens})`,
      costMicros: sql<number>`sum(${askCalls.costMicros})`,
    })
    .from(askCalls)
    .where(and(eq(askCalls.month, month)))
    .groupBy(askCalls.userId);
}

/** What is used of both budgets, with what a call has added that was not among the sums yet. */
export function budgetsOf(
  spent: readonly Spent[],
  userId: string,
  config: Pick<AskConfig, "personLimit" | "organizationLimit">,
  added = 0,
): { person: Budget; organization: Budget } {
  const own = spent.find((one) => one.userId === userId)?.tokens ?? 0;
  const all = spent.reduce((sum, { tokens }) => sum + tokens, 0);
  return {
    person: { used: own + added, limit: config.personLimit },
    organization: { used: all + added, limit: config.organizationLimit },
  };
}

/** Refuses a call that could go beyond a budget. Error: `ask.budget_spent`, with whose it is and when it begins anew. */
export function holdBudget(
  budgets: { person: Budget; organization: Budget },
  needed: number,
  nowMs: number,
): void {
  for (const of of ["person", "organization"] as const) {
    const { used, limit } = budgets[of];
    if (used + needed <= limit) continue;
    const now = new Date(nowMs);
    const next = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1);
    const renews = new Date(next).toISOString().slice(0, 10);
    fail("ask.budget_spent", { of, used, limit, needed, renews });
  }
}

/**
 * Aborts the commit that reserves a call, as a version conflict, where all calls of the month would together exceed a budget: two of
 * the same moment can't both take what is left for one.
 */
export function budgetGuard(
  call: { id: string; userId: string; month: string },
  { personLimit, organizationLimit }: Pick<AskConfig, "personLimit" | "organizationLimit">,
): Write {
  const { id, userId, month } = call;
  const sum = sql`SELECT sum(counted_tokens) FROM ask_calls WHERE month = ${month}`;
  return {
    guarded: true,
    build: (db) =>
      db
        .update(askCalls)
        .set({ id })
        .where(
          and(
            eq(askCalls.id, id),
            sql`(${sum} AND user_id = ${userId}) <= ${personLimit}`,
            sql`(${sum}) <= ${organizationLimit}`,
          ),
        ),
  };
}

/** Tokens as the columns of a call. */
export function tokenColumns(tokens: Tokens, price: Price) {
  return {
    inputTokens: tokens.input,
    outputTokens: tokens.output,
    cacheReadTokens: tokens.cacheRead,
    cacheWriteTokens: tokens.cacheWrite,
    countedTokens: countedTokens(tokens),
    costMicros: costMicros(tokens, price),
  };
}
