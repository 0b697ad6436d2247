import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { listing, pageOf } from "#domain/listing.ts";
import { defineRoute } from "#domain/route.ts";
import { QuestionChanges, QuestionId, QuestionInput, QuestionItem, QuestionView } from "./model.ts";

const byId = z.strictObject({ id: QuestionId });

export const listQuestions = defineRoute({
  method: "get",
  path: "/questions",
  permission: "analytics.read",
  summary: "List saved questions without their answers, newest first, page by page",
  query: z.strictObject({
    ...listing,
    workspace: idSchema("wsp").optional(),
    /** Those alone whose SQL somebody checked, or those alone whose SQL nobody has. */
    verified: z
      .enum(["true", "false"])
      .transform((text) => text === "true")
      .optional(),
  }),
  output: pageOf(QuestionItem),
  errors: ["list.cursor_invalid"],
});

export const createQuestion = defineRoute({
  method: "post",
  path: "/questions",
  permission: "analytics.write",
  summary: "Save a question with its SQL and chart",
  body: QuestionInput,
  output: QuestionView,
  status: 201,
  errors: ["workspace.not_found"],
});

export const readQuestion = defineRoute({
  method: "get",
  path: "/questions/{id}",
  permission: "analytics.read",
  summary: "Read a saved question",
  params: byId,
  output: QuestionView,
  errors: ["question.not_found"],
});

export const updateQuestion = defineRoute({
  method: "patch",
  path: "/questions/{id}",
  permission: "analytics.write",
  summary: "Change some fields of a saved question",
  params: byId,
  body: z.strictObject({ version: z.int().positive(), changes: QuestionChanges }),
  output: QuestionView,
  errors: ["question.not_found", "conflict.version"],
});

export const deleteQuestion = defineRoute({
  method: "delete",
  path: "/questions/{id}",
  permission: "analytics.write",
  summary: "Delete a saved question; it can be restored",
  params: byId,
  output: z.null(),
  status: 204,
  errors: ["question.not_found", "conflict.version"],
});

export const restoreQuestion = defineRoute({
  method: "post",
  path: "/questions/{id}/restore",
  permission: "analytics.write",
  summary: "Bring a deleted question back",
  params: byId,
  output: QuestionView,
  errors: ["question.not_found", "conflict.version"],
});
