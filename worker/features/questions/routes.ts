import * as api from "#domain/questions/api.ts";
import { bind } from "#worker/platform/bind.ts";
import { deleteRecord, restoreRecord } from "#worker/platform/records/life.ts";
import { readRecord } from "#worker/platform/records/kind.ts";
import { updateRecord } from "#worker/platform/records/update.ts";
import { createQuestion } from "./create-question.ts";
import { questionKind } from "./kind.ts";
import { listQuestions } from "./list-questions.ts";

/** Routes of saved questions. */
export const questionRoutes = [
  bind(api.listQuestions, (ctx, { query }) => listQuestions(ctx, query)),
  bind(api.createQuestion, (ctx, { body }) => createQuestion(ctx, body)),
  bind(api.readQuestion, (ctx, { params }) => readRecord(ctx, questionKind, params)),
  bind(api.updateQuestion, (ctx, { params, body }) =>
    updateRecord(ctx, questionKind, { ...params, ...body }),
  ),
  bind(api.deleteQuestion, (ctx, { params }) => deleteRecord(ctx, questionKind, params)),
  bind(api.restoreQuestion, (ctx, { params }) => restoreRecord(ctx, questionKind, params)),
];
