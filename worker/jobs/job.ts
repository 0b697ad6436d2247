import { z } from "zod";

/** A queue message. Only this Worker can send one, so the organization in it is the one it was minted for. */
export const Job = z.strictObject({
  kind: z.literal("tenant.purge"),
  tenant: z.strictObject({
    organizationId: z.string(),
    binding: z.custom<`TENANT_DB_${string}`>(
      (value) => typeof value === "string" && value.startsWith("TENANT_DB_"),
    ),
  }),
});
export type Job = z.infer<typeof Job>;
