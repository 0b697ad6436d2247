import { getTableColumns } from "drizzle-orm";
import { can } from "#domain/permissions.ts";
import { questionEvent } from "#domain/questions/events.ts";
import type { QuestionRecord, QuestionView } from "#domain/questions/model.ts";
import { inLiving } from "#worker/features/workspaces/living.ts";
import type { RecordKind } from "#worker/platform/records/kind.ts";
import { questions } from "./schema.ts";

const { deletedAt: _deleted, ...columns } = getTableColumns(questions);

/** Saved questions, for the verbs of every record. */
export const questionKind: RecordKind<QuestionRecord, QuestionView> = {
  table: questions,
  columns,
  within: inLiving(questions.workspaceId),
  missing: "question.not_found",
  event: questionEvent,
  view: (record, actor) => ({ ...record, can: { write: can(actor, "analytics.write") } }),
};
