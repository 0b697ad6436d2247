import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { line } from "#domain/line.ts";
import { EVERY_TYPE, WEBHOOK_TYPES } from "./catalogue.ts";

export const WebhookId = idSchema("whk");
/** An event on its way to one webhook: the `webhook-id` that its receiver gets, the same at each attempt. */
export const MessageId = idSchema("msg");

/** Why a webhook is paused: somebody wished it, its receiver answered 410, or nothing arrived there for days. */
export const PauseReason = z.enum(["person", "gone", "failing"]);
export type PauseReason = z.infer<typeof PauseReason>;

/** The address, as it is typed; `domain/outbound` judges it. */
const Address = z.string().trim().min(1).max(2048);
/** What people call it: one line of at most 80 characters, or nothing. */
const Description = line(80);
/** Event types, each once; `*` for all of them. */
const Types = z
  .array(z.enum([EVERY_TYPE, ...WEBHOOK_TYPES]))
  .min(1)
  .max(200)
  .transform((types) => (types.includes(EVERY_TYPE) ? [EVERY_TYPE] : [...new Set(types)]));

export const WebhookInput = z.strictObject({
  url: Address,
  description: Description.default(""),
  types: Types,
});
export type WebhookInput = z.output<typeof WebhookInput>;

export const WebhookChanges = z
  .strictObject({ url: Address, description: Description, types: Types })
  .partial();
export type WebhookChanges = z.output<typeof WebhookChanges>;

/** Where a delivery stands: `waiting` has an attempt before it, the others none unless it is replayed. */
export const DeliveryState = z.enum(["waiting", "delivered", "failed"]);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** A webhook of the organization. The secret is read by a route of its own. */
export const Webhook = z.strictObject({
  id: WebhookId,
  version: z.int().positive(),
  url: z.string(),
  description: z.string(),
  types: z.array(z.string()),
  /** Read keys of events that it would send but whose author did not hold them, or that came since. */
  missing: z.array(z.string()),
  state: z.enum(["active", "paused"]),
  pausedReason: PauseReason.nullable(),
  pausedAt: z.iso.datetime().nullable(),
  /** Until when the secret before the present one signs too. */
  previousUntil: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** The last delivery that was tried, and how many wait or failed; null when they can't be known now. */
  deliveries: z
    .strictObject({
      lastAt: z.iso.datetime().nullable(),
      lastState: DeliveryState.nullable(),
      /** Since when nothing arrived; null while things arrive. */
      failingSince: z.iso.datetime().nullable(),
      waiting: z.int().nonnegative(),
      failed: z.int().nonnegative(),
    })
    .nullable(),
});
export type Webhook = z.infer<typeof Webhook>;

/** What signs: the key of `webhook-signature`, as receivers keep it. */
export const WebhookSecret = z.strictObject({
  secret: z.string(),
  previous: z.strictObject({ secret: z.string(), until: z.iso.datetime() }).nullable(),
});
