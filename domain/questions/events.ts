import { defineEvents } from "#domain/events.ts";
import type { QuestionRecord } from "./model.ts";

/** What happens to saved questions. */
export const questionEvent = defineEvents<
  QuestionRecord,
  "created" | "updated" | "deleted" | "restored"
>({
  entity: "question",
  topic: "questions",
  permission: "analytics.read",
  actions: ["created", "updated", "deleted", "restored"],
  edits: ["updated"],
  silent: ["id", "createdAt", "updatedAt"],
  search: (question) => ({
    title: question.title,
    subtitle: "",
    body: [question.question, question.answer].filter(Boolean).join("\n"),
    href: `/analytics/w/${question.workspaceId}/q/${question.id}`,
  }),
});
