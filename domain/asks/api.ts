import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { listing, pageOf } from "#domain/listing.ts";
import { defineRoute } from "#domain/route.ts";
import { AskConversation, AskItem } from "./history.ts";
import { AskBody, AskId, AskStatus, AskUsage } from "./model.ts";

export const askQuestion = defineRoute({
  method: "post",
  path: "/ai/query",
  permission: "analytics.ask",
  summary: "Ask Claude one turn of a question, and read it as server-sent events",
  body: AskBody,
  output: z.string().meta({ description: "Events of `AskEvent`, one JSON object each" }),
  produces: "text/event-stream",
  tokens: false,
  idempotencyKey: false,
  errors: [
    "workspace.not_found",
    "ask.not_found",
    "ask.no_key",
    "ask.budget_spent",
    "ask.unexpected_results",
    "ask.too_long",
    "conflict.version",
  ],
});

export const readAskStatus = defineRoute({
  method: "get",
  path: "/ai/status",
  permission: "analytics.read",
  summary:
    "Read whether questions can be asked, of which model, and what is left of the month's tokens",
  output: AskStatus,
});

export const readAskUsage = defineRoute({
  method: "get",
  path: "/ai/usage",
  permission: "analytics.read",
  summary: "Read what questions have used in a month, in tokens and dollars",
  query: z.strictObject({
    /** YYYY-MM, UTC; the current one unless told. */
    month: z
      .string()
      .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
      .optional(),
  }),
  output: AskUsage,
});

export const listAsks = defineRoute({
  method: "get",
  path: "/ai/asks",
  permission: "analytics.ask",
  tokens: false,
  summary: "List one's own conversations with Claude, newest first, page by page",
  query: z.strictObject({ ...listing, workspace: idSchema("wsp").optional() }),
  output: pageOf(AskItem),
  errors: ["list.cursor_invalid"],
});

export const readAsk = defineRoute({
  method: "get",
  path: "/ai/asks/{id}",
  permission: "analytics.ask",
  tokens: false,
  summary: "Read one of one's own conversations with Claude, question by question",
  params: z.strictObject({ id: AskId }),
  output: AskConversation,
  errors: ["ask.not_found"],
});
