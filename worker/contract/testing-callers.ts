import { systemClock } from "#worker/platform/clock.ts";
import { deleteOrganization } from "#worker/platform/deletion/delete-organization.ts";
import { change, delivered, rows } from "#worker/platform/testing-databases.ts";
import { testEnv, type TestOrganization } from "#worker/platform/testing.ts";
import { foreignIds } from "./samples.ts";
import type { HostileRequest } from "./testing-requests.ts";
import { plantToken } from "./testing-tokens.ts";

/** Requests that one person sends before another takes over: below what the rate limits let through. */
const SHIFT = 60;

/** People who send the fuzz's requests, and what they find: both are renewed, as what is sent wears them out. */
export interface Callers {
  /** The token of whoever is on shift; null for nobody. */
  token(caller: HostileRequest["caller"]): Promise<string | null>;
  /** The person on shift was signed out or put out by what was sent. */
  relieve(caller: HostileRequest["caller"]): void;
  /** Puts the roles back as they were, takes a demand of second factors back, and answers ids of records that exist. */
  freshIds(): Promise<Record<string, string>>;
  /** Gives the databases of organizations that requests have founded back to the pool, which is small in tests. */
  freePool(): Promise<void>;
}

interface Grant {
  role_id: string;
  permission: string;
}

/** What a new caller of this kind presents: an access token, or an API token with every key. */
async function tokenOf(
  organization: TestOrganization,
  caller: "owner" | "member" | "token",
): Promise<string> {
  if (caller !== "token") return (await organization.join(caller)).token;
  const { userId } = await organization.join("owner");
  return plantToken({ tenant: organization.tenant, userId });
}

/** Callers of one organization. */
export async function openCallers(organization: TestOrganization): Promise<Callers> {
  const grants = await rows<Grant>("SELECT * FROM role_permissions");
  const roles = JSON.stringify(
    (await rows<{ id: string }>("SELECT id FROM roles")).map((row) => row.id),
  );
  const shifts = new Map<string, { token: string; left: number }>();
  return {
    async token(caller) {
      if (caller === "anonymous") return null;
      const now = shifts.get(caller);
      if (now && now.left > 0) {
        now.left -= 1;
        return now.token;
      }
      const token = await tokenOf(organization, caller);
      shifts.set(caller, { token, left: SHIFT });
      return token;
    },
    async freePool() {
      const founded = await rows<{ id: string }>(
        "SELECT organization_id AS id FROM slots WHERE organization_id <> ? AND ready_at IS NOT NULL",
        organization.tenant.organizationId,
      );
      if (founded.length > 0) await delivered();
      for (const { id } of founded) {
        const long = "2000-01-01T00:00:00.000Z";
        await change(
          `INSERT INTO organization_deletions (organization_id, asked_at, asked_by, due_at, reason, started_at)
           SELECT ?1, ?2, user_id, ?2, '', ?2 FROM memberships WHERE organization_id = ?1 LIMIT 1`,
          id,
          long,
        );
        await deleteOrganization(testEnv, systemClock, id);
      }
    },
    relieve: (caller) => void shifts.delete(caller),
    async freshIds() {
      const { organizationId } = organization.tenant;
      const role =
        "INSERT OR IGNORE INTO roles (id, organization_id, slug) SELECT value, ?, value FROM json_each(?)";
      await change(role, organizationId, roles);
      await change("DELETE FROM role_permissions");
      const grant =
        "INSERT INTO role_permissions SELECT value ->> 'role_id', value ->> 'permission' FROM json_each(?)";
      await change(grant, JSON.stringify(grants));
      // A demand of a second factor without grace would shut out whoever comes after.
      await change(
        "UPDATE organizations SET factor_demanded_at = NULL WHERE id = ?",
        organizationId,
      );
      shifts.clear();
      return foreignIds({ ...organization, owner: await organization.join("owner") });
    },
  };
}
