import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { AskId } from "./model.ts";

const instant = z.iso.datetime();
const count = z.int().min(0);

/** One of one's own conversations, as a history lists it. */
export const AskItem = z
  .strictObject({
    id: AskId,
    workspaceId: idSchema("wsp"),
    /** That of its first answer; its first question until there is one. */
    title: z.string(),
    /** The one asked last. */
    question: z.string(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: "AskItem" });
export type AskItem = z.infer<typeof AskItem>;

const Part = z.strictObject({
  kind: z.enum([
    "rules",
    "schema",
    "profiles",
    "glossary",
    "pairs",
    "question",
    "fixed",
    "changes",
    "result",
    "rows",
  ]),
  text: z.string(),
});

/** What the model called, as it wrote it. `open` has no answer yet. */
const PastCall = z.strictObject({
  id: z.string(),
  name: z.string(),
  input: z.unknown(),
  outcome: z.enum(["open", "done", "failed"]),
});
export type PastCall = z.infer<typeof PastCall>;

/** One question of a conversation with all that came of it on the server. Results stand nowhere: their SQL is run again. */
const PastQuestion = z.strictObject({
  question: z.string(),
  fixed: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  at: instant,
  sent: z.array(Part),
  calls: z.array(PastCall),
  /** What the model said in words alone, last. */
  said: z.string(),
  /** Whether the last turn is the person's: the model's own was cut or refused. */
  unanswered: z.boolean(),
  used: z.strictObject({ tokens: count, costMicros: count }),
});
export type PastQuestion = z.infer<typeof PastQuestion>;

/** A conversation so far, to be shown again and gone on with. */
export const AskConversation = AskItem.extend({
  model: z.string(),
  questions: z.array(PastQuestion),
}).meta({ id: "AskConversation" });
export type AskConversation = z.infer<typeof AskConversation>;
