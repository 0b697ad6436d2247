import { z } from "zod";
import { TenantRef } from "#worker/platform/tenant-ref.ts";

/** A queue message. Only this Worker can send one, so the organization in it is the one it was minted for. */
export const Job = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("tenant.purge"), tenant: TenantRef }),
  /** What a schedule of a dashboard owes since an instant (ISO UTC). */
  z.strictObject({
    kind: z.literal("dashboard.send"),
    tenant: TenantRef,
    scheduleId: z.string(),
    due: z.string(),
  }),
  z.strictObject({ kind: z.literal("organization.delete"), organizationId: z.string() }),
]);
export type Job = z.infer<typeof Job>;
