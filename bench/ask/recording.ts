import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { RecordedTurn } from "./recorded-turn.ts";

/** What a conversation came to. What a recording does not name is not held against a replay. */
const Scored = z.strictObject({
  outcome: z.enum(["right", "wrong", "abstained", "none"]),
  inLanguage: z.boolean().nullable(),
  /** Whether the chart is of the kind that shows the answer best; null where the question names none. */
  chart: z.boolean().nullable().optional(),
  repairs: z.int(),
  looks: z.int(),
  /** Questions put to the person. */
  asked: z.int(),
  /** Tokens as they count against a budget. */
  tokens: z.int().optional(),
});
export type Scored = z.infer<typeof Scored>;

const Conversation = z.strictObject({
  question: z.string(),
  /** What a conversation that was written by hand is there to show. */
  shows: z.string().optional(),
  turns: z.array(RecordedTurn).min(1),
  scored: Scored,
});
export type Conversation = z.infer<typeof Conversation>;

/** Conversations about one set as they went over the wire. */
export const Recording = z.strictObject({
  /** The model that said them, or `hand`: then no model has, and their figures say nothing of one. */
  by: z.string().min(1),
  note: z.string(),
  set: z.string(),
  conversations: z.array(Conversation),
});
export type Recording = z.infer<typeof Recording>;

const digest = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);

/** The parts of a request by which a recording knows it: what every question shares, and what was said. */
export function digestsOf(body: { system?: unknown; tools?: unknown; messages: unknown }) {
  return { prefix: digest([body.tools, body.system]), request: digest(body.messages) };
}

/** All recordings of a folder, in the order of their names. Throws where one does not read so. */
export function readRecordings(folder: string): Recording[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .toSorted()
    .map((name) => Recording.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))));
}

/** Keeps a recording under its author and set; one of the same is replaced. */
export function writeRecording(folder: string, recording: Recording): void {
  mkdirSync(folder, { recursive: true });
  const name = `${recording.by}-${recording.set}.json`.replaceAll(/[^\w.-]+/g, "_");
  writeFileSync(join(folder, name), `${JSON.stringify(Recording.parse(recording), null, 2)}\n`);
}
