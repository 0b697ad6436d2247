import type { TenantRef } from "#worker/platform/tenant-ref.ts";

/** What a restoration begins with. `organizationId`: of the organization that it makes. */
export interface RestoreOrder {
  id: string;
  organizationId: string;
  userId: string;
  name: string | null;
  size: number;
}

/** The object that makes one organization out of an archive. */
export interface RestoreRpc extends Rpc.DurableObjectBranded {
  /** Begins, or goes on. Safe to call any number of times. */
  begin(order: RestoreOrder): Promise<void>;
  /** Takes back what was made, unless it is whole already. */
  cancel(order: RestoreOrder): Promise<void>;
  progress(): Promise<{ done: number; total: number } | null>;
  /** The organization is deleted. Safe to call any number of times. */
  erase(tenant: TenantRef): Promise<void>;
}
