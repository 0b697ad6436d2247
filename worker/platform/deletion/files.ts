import type { Env } from "#worker/platform/env.ts";
import { filesPrefix } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";

/** Deletes every file of an organization, page by page. @returns how many there were. */
export async function eraseFiles(env: Env, tenant: TenantRef): Promise<number> {
  const prefix = filesPrefix(tenant);
  for (let count = 0; ;) {
    // From the start each time: what was listed is gone.
    const { objects } = await env.FILES.list({ prefix });
    if (objects.length === 0) return count;
    await env.FILES.delete(objects.map(({ key }) => key));
    count += objects.length;
  }
}
