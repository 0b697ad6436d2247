import { nearestPairs } from "#domain/asks/pairs.ts";
import type { Pair } from "#domain/asks/prompt.ts";
import { semanticText } from "#domain/asks/semantic-text.ts";
import { fail } from "#domain/errors.ts";
import { listQuestions } from "#worker/features/questions/list-questions.ts";
import { listSemanticLayers } from "#worker/features/semantic/list-semantic-layers.ts";
import { workspaceKind } from "#worker/features/workspaces/kind.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findRecord } from "#worker/platform/records/kind.ts";

/** What the firm has told of its figures in one workspace. */
export interface Knowledge {
  glossary: string;
  pairs: Pair[];
}

/** Its glossary, and the verified questions nearest to one. Error: `workspace.not_found`. */
export async function readKnowledge(
  ctx: Ctx,
  workspaceId: string,
  question: string,
): Promise<Knowledge> {
  const [workspace, layers, verified] = await Promise.all([
    findRecord(ctx, workspaceKind, workspaceId),
    listSemanticLayers(ctx, { workspace: workspaceId, limit: 1 }),
    listQuestions(ctx, { workspace: workspaceId, verified: true, limit: 100 }),
  ]);
  if (workspace === null) fail("workspace.not_found", { id: workspaceId });
  const layer = layers.items[0];
  const pairs = verified.items.map((item) => ({
    question: item.question || item.title,
    sql: item.sql,
  }));
  return {
    glossary: layer === undefined ? "" : semanticText(layer.document),
    pairs: nearestPairs(question, pairs),
  };
}
