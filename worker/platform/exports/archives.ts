import type { Env } from "#worker/platform/env.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { archiveKey } from "./archive-store.ts";

/** The ids of exports whose archive stands in the bucket. */
export async function listArchives(env: Env, tenant: TenantRef): Promise<string[]> {
  const prefix = `${tenant.organizationId}/exports/`;
  const { objects } = await env.FILES.list({ prefix });
  return objects.map(({ key }) => key.slice(prefix.length).replace(/\.zip$/, ""));
}

export async function deleteArchive(env: Env, tenant: TenantRef, exportId: string): Promise<void> {
  await env.FILES.delete(archiveKey(tenant, exportId));
}
