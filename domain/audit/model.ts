import { z } from "zod";

/**
 * What acted: a person at a page, an API token, a service account, the product itself, or its support. The last is stored as a
 * person under the id of the access (domain/support/keys.ts).
 */
export const ActorKind = z.enum(["person", "token", "service", "system", "support"]);
export type ActorKind = z.infer<typeof ActorKind>;

/** Where an act came from, beside who did it. `address` is the network address, null when it is not known. */
export interface Origin {
  name: string;
  kind: ActorKind;
  /** What stands in the audit in the place of the person's id: the access under which the support acts. */
  actorId?: string;
  address: string | null;
  requestId: string | null;
}

/** Who acted, under the name that the person had then. */
const ActorView = z.strictObject({ id: z.string(), name: z.string(), kind: ActorKind });

const common = {
  id: z.int().positive(),
  at: z.iso.datetime(),
  actor: ActorView,
  action: z.string(),
  requestId: z.string(),
  address: z.string().nullable(),
};

/** A row of the audit log. */
export const AuditEntry = z.strictObject({
  ...common,
  entity: z.string(),
  entityId: z.string(),
  /** What the record was called then; empty when it had no name. */
  label: z.string(),
  /** The record that holds this one, such as the board of a card. */
  containerId: z.string().nullable(),
  changes: z.array(z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** A row of the access log. `detail` is what was asked for, such as the filter of an export. */
export const AccessEntry = z.strictObject({
  ...common,
  detail: z.record(z.string(), z.unknown()),
});
export type AccessEntry = z.infer<typeof AccessEntry>;

/** The shortest time that either log may be kept, in days. */
export const MIN_DAYS = 90;
const Days = z.int().min(MIN_DAYS).max(36_525);

/** How long the logs are kept, in days. */
export const RetentionPolicy = z.strictObject({
  version: z.int().positive(),
  auditDays: Days,
  accessDays: Days,
});
export type RetentionPolicy = z.infer<typeof RetentionPolicy>;
