import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { SUPPORT_KEYS } from "./keys.ts";

export const GrantId = idSchema("grt");

/** For how long support may be let in, in hours. */
export const GRANT_HOURS = [1, 8, 24, 72] as const;

/** What an owner lets the support do, and for how long. */
export const GrantInput = z.strictObject({
  hours: z.literal(GRANT_HOURS),
  reason: z.string().trim().min(1).max(500),
  /** Reading alone when left out. */
  permissions: z
    .array(z.enum(SUPPORT_KEYS as [string, ...string[]]))
    .min(1)
    .max(SUPPORT_KEYS.length)
    .refine((keys) => new Set(keys).size === keys.length, { error: "Each key once" })
    .optional(),
});
export type GrantInput = z.output<typeof GrantInput>;

/** An access of support as the organization's owners see it. */
export const Grant = z.strictObject({
  id: GrantId,
  permissions: z.array(z.string()),
  reason: z.string(),
  grantedBy: z.string(),
  grantedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** When support first came in, and who; null while nobody has. */
  usedAt: z.iso.datetime().nullable(),
  usedBy: z.string().nullable(),
  /** When it ended, by its time or by an owner; null while it stands. */
  endedAt: z.iso.datetime().nullable(),
  /** Who ended it; null when its time was over, or while it stands. */
  endedBy: z.string().nullable(),
});
export type Grant = z.infer<typeof Grant>;

/** That support may come in, as every member sees it. */
export const SupportAccess = z.strictObject({
  id: GrantId,
  until: z.iso.datetime(),
  grantedBy: z.string(),
});
