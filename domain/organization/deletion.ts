import { z } from "zod";
import { idSchema } from "#domain/ids.ts";

/** A deletion that was asked for, as every member sees it. */
export const Deletion = z.strictObject({
  askedAt: z.iso.datetime(),
  askedBy: z.strictObject({ id: idSchema("usr"), name: z.string() }),
  /** When access ends and everything is deleted, UTC. */
  dueAt: z.iso.datetime(),
  /** Why, in the words of whoever asked; may be empty. */
  reason: z.string(),
});
export type Deletion = z.infer<typeof Deletion>;
