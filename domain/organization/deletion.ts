import { z } from "zod";
import { idSchema } from "#domain/ids.ts";

/** Days between the asking and the deletion: everything works as before, and any owner may take it back. */
export const DELETION_DAYS = 30;
/** Days before the end at which owners are reminded. */
export const REMINDER_DAYS = 3;

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

/** Whether what was typed to confirm is the organization's name: as it is written, but for space around it. */
export function namesOrganization(typed: string, name: string): boolean {
  return typed.trim().normalize("NFC") === name.trim().normalize("NFC");
}
