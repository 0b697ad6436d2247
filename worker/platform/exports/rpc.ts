import type { Progress } from "#domain/exports/model.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";

/** What an export begins with. */
export interface ExportOrder {
  id: string;
  startedBy: { id: string; name: string };
}

/** The object that works on an organization's export: one at a time. */
export interface ExportRpc extends Rpc.DurableObjectBranded {
  /** Begins, or goes on with the same one. Safe to call any number of times. */
  begin(tenant: TenantRef, order: ExportOrder): Promise<void>;
  /** Ends a running export and forgets what it wrote. Safe to call any number of times. */
  cancel(tenant: TenantRef, exportId: string): Promise<void>;
  /** How far the running export is; null when that one does not run here. */
  progress(tenant: TenantRef, exportId: string): Promise<Progress | null>;
  /** The organization is deleted: forgets everything. Safe to call any number of times. */
  erase(tenant: TenantRef): Promise<void>;
}
