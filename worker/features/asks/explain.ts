import { EXPLAIN_RULES, explainText } from "#domain/asks/explain.ts";
import type { AskBody } from "#domain/asks/model.ts";
import { workspaceKind } from "#worker/features/workspaces/kind.ts";
import { askingOf } from "#worker/platform/asking.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findRecord } from "#worker/platform/records/kind.ts";
import { fail } from "#domain/errors.ts";
import { monthOf, readSpent } from "./budget.ts";
import { reserveCall } from "./reserve-call.ts";
import { streamTurn } from "./run-turn.ts";

/** What a query does, in the person's language, by the smaller model. Only the query itself is sent. */
export async function explain(
  ctx: Ctx,
  { workspaceId, sql, language }: Extract<AskBody, { kind: "explain" }>,
): Promise<Response> {
  const [workspace, spent] = await Promise.all([
    findRecord(ctx, workspaceKind, workspaceId),
    readSpent(ctx, monthOf(ctx.clock.now())),
  ]);
  if (workspace === null) fail("workspace.not_found", { id: workspaceId });
  const text = explainText(sql, language);
  const ready = await reserveCall(ctx, {
    ask: null,
    model: askingOf(ctx).smallModel,
    effort: "low",
    prefix: [EXPLAIN_RULES],
    tools: [],
    messages: [{ speaker: "user", content: [{ type: "text", text }] }],
    isQuestion: false,
    mustAsk: false,
    sent: [{ kind: "question", text }],
    spent,
    writes: [],
    events: [],
  });
  return streamTurn(ctx, ready);
}
