import { z } from "zod";

type Binding = `TENANT_DB_${string}`;

/** Names an organization and the binding of its database. Signed in tokens, stored by rooms, sent in jobs. */
export const TenantRef = z.strictObject({
  organizationId: z.string(),
  binding: z.custom<Binding>(
    (value) => typeof value === "string" && value.startsWith("TENANT_DB_"),
  ),
});
export type TenantRef = z.infer<typeof TenantRef>;

/** The binding of a slot of the pool, from 0. */
export function bindingOf(slot: number): Binding {
  return `TENANT_DB_${String(slot).padStart(3, "0")}`;
}

/** The number of a binding's slot. */
export function slotOf(binding: Binding): number {
  return Number(binding.slice("TENANT_DB_".length));
}
