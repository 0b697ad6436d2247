import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { can } from "#domain/permissions.ts";
import type { listQuestions as definition } from "#domain/questions/api.ts";
import type { QuestionItem } from "#domain/questions/model.ts";
import type { AnswerOf } from "#domain/route.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { listRecords } from "#worker/platform/records/list.ts";
import { questionKind } from "./kind.ts";
import { questions } from "./schema.ts";

/** One page of the questions that match, without their answers, newest first. Error: `list.cursor_invalid`. */
export function listQuestions(
  ctx: Ctx,
  query: z.output<typeof definition.query>,
): Promise<AnswerOf<typeof definition>> {
  const {
    answer: _answer,
    assumptions: _assumptions,
    built: _built,
    ...columns
  } = questionKind.columns;
  const { workspace, verified } = query;
  return listRecords(ctx, questionKind, query, {
    entity: "question",
    columns,
    where: and(
      workspace ? eq(questions.workspaceId, workspace) : undefined,
      verified === undefined ? undefined : eq(questions.verified, verified),
    ),
    view: (row: QuestionItem, actor) => ({ ...row, can: { write: can(actor, "analytics.write") } }),
  });
}
