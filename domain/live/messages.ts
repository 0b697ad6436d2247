import { z } from "zod";

/** One committed change as open pages receive it, in order of `seq`. */
export const LiveEvent = z.strictObject({
  seq: z.int().positive(),
  type: z.string(),
  topic: z.string(),
  entity: z.string(),
  entityId: z.string(),
  actorId: z.string(),
  actorName: z.string(),
  at: z.iso.datetime(),
  /** The record as it now is; null when it is gone. */
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type LiveEvent = z.infer<typeof LiveEvent>;

/** How far a job of the organization is. Never stored: what gets lost on the way is no loss. */
export const LiveProgress = z.strictObject({
  topic: z.string(),
  id: z.string(),
  stage: z.string(),
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
});
export type LiveProgress = z.infer<typeof LiveProgress>;

/** What the live socket sends. `reset` asks the page to refetch what it shows: the gap is too wide to replay. */
export const LiveMessage = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("welcome"), seq: z.int().nonnegative() }),
  z.strictObject({ kind: z.literal("events"), events: z.array(LiveEvent) }),
  z.strictObject({ kind: z.literal("reset"), seq: z.int().nonnegative() }),
  /** What this person may do is no longer what it was: whoever lost the key to hear of roles hears of this. */
  z.strictObject({ kind: z.literal("authority") }),
  z.strictObject({ kind: z.literal("progress"), progress: LiveProgress }),
  z.strictObject({
    kind: z.literal("presence"),
    people: z.array(z.strictObject({ userId: z.string(), name: z.string(), place: z.string() })),
  }),
]);
export type LiveMessage = z.infer<typeof LiveMessage>;

/**
 * What a page says: where it stands. A page without a number (`since: null`) says how many milliseconds ago its first
 * read began, and gets the events from then on. `ping` and `pong` are answered without waking the object.
 */
export const LiveRequest = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("hello"),
    since: z.int().nonnegative().nullable(),
    age: z.int().nonnegative().optional(),
  }),
  z.strictObject({ kind: z.literal("place"), place: z.string().max(200) }),
]);
export type LiveRequest = z.infer<typeof LiveRequest>;
