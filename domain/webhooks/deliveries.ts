import { z } from "zod";
import { DeliveryState, MessageId, WebhookId } from "./model.ts";

/** What went wrong, where no answer came: each has words on the page. */
export const AttemptError = z.enum([
  /** No answer, or none to its end, within ten seconds. */
  "timeout",
  /** The connection was refused, broke off, or its certificate does not hold. */
  "network",
  /** The name leads nowhere. */
  "unresolved",
  /** The address is not one of the public internet. */
  "refused",
  /** The secret can't be opened. */
  "secret",
]);
export type AttemptError = z.infer<typeof AttemptError>;

/** One attempt at a delivery. */
export const Attempt = z.strictObject({
  number: z.int().positive(),
  at: z.iso.datetime(),
  /** Milliseconds until the answer was read, or until there was none. */
  duration: z.int().nonnegative(),
  /** The HTTP status; null when there was no answer. */
  status: z.int().nullable(),
  error: AttemptError.nullable(),
  /** The beginning of the answer's body, as text. */
  answer: z.string(),
});
export type Attempt = z.infer<typeof Attempt>;

/** An event on its way to one webhook, or there, or given up. */
export const Delivery = z.strictObject({
  id: MessageId,
  webhookId: WebhookId,
  type: z.string(),
  entity: z.string(),
  entityId: z.string(),
  state: DeliveryState,
  createdAt: z.iso.datetime(),
  /** Attempts made so far, replays included. */
  attempts: z.int().nonnegative(),
  /** When it is tried next; null when it is not, or while its webhook is paused. */
  nextAt: z.iso.datetime().nullable(),
  last: Attempt.pick({ at: true, status: true, error: true, duration: true }).nullable(),
});
export type Delivery = z.infer<typeof Delivery>;

/** A delivery with all that is known of it. */
export const DeliveryDetail = Delivery.extend({
  /** Headers as they were last sent, without the signature. */
  headers: z.record(z.string(), z.string()),
  /** What is sent; null for a reader who may not read the event itself. */
  body: z.string().nullable(),
  log: z.array(Attempt),
}).strict();
export type DeliveryDetail = z.infer<typeof DeliveryDetail>;

/** What narrows the log. */
export const deliveryFilter = {
  webhook: WebhookId.optional(),
  state: DeliveryState.optional(),
  type: z
    .string()
    .regex(/^[a-z_.]{1,60}$/)
    .optional(),
};
const Filter = z.strictObject(deliveryFilter);
export type DeliveryFilter = z.output<typeof Filter>;
