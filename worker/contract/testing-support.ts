import { newId } from "#domain/ids.ts";
import { READING_KEYS } from "#domain/support/keys.ts";
import { markSupport } from "#worker/features/support/testing.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { change } from "#worker/platform/testing-databases.ts";
import { mintOrganization, type TestPerson } from "#worker/platform/testing.ts";

/** Somebody of the support, a member of nothing, and organizations that let support in once. */
export interface SupportWorld {
  staff: TestPerson;
  /** The access ran out. */
  over: TenantRef;
  /** An owner ended the access before its time. */
  ended: TenantRef;
}

const HOUR = 3_600_000;
const iso = (ms: number) => new Date(ms).toISOString();

/** An organization with an access of support as its row stands, which began an hour ago. */
async function lend(name: string, expiresAt: number, endedAt: number | null) {
  const organization = await mintOrganization(name);
  await change(
    `INSERT INTO support_grants (id, organization_id, permissions, reason, granted_by, granted_at, expires_at, ended_at)
     VALUES (?, ?, ?, 'Import', ?, ?, ?, ?)`,
    newId("grt"),
    organization.tenant.organizationId,
    JSON.stringify(READING_KEYS),
    organization.owner.userId,
    iso(Date.now() - HOUR),
    iso(expiresAt),
    endedAt && iso(endedAt),
  );
  return organization;
}

export async function openSupportWorld(): Promise<SupportWorld> {
  const now = Date.now();
  const over = await lend("Accès expiré", now - 1_000, null);
  const ended = await lend("Accès terminé", now + HOUR, now - 1_000);
  const staff = await over.join("owner", "Nadia Roux");
  await over.remove(staff);
  await markSupport(staff.userId);
  return { staff, over: over.tenant, ended: ended.tenant };
}
