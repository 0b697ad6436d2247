import type { PersonLine, RoleLine } from "#domain/exports/manifest.ts";
import type { RestoreResult } from "#domain/exports/restore-model.ts";
import { newId } from "#domain/ids.ts";
import { PERMISSIONS } from "#domain/permissions.ts";
import { builtInRoles, grantNewKeys } from "#worker/platform/auth/built-in-roles.ts";
import { commitControl } from "#worker/platform/auth/control-commit.ts";
import { guarded, write, type ControlWrite } from "#worker/platform/auth/control-writes.ts";
import { isoNow, systemClock } from "#worker/platform/clock.ts";
import type { Env } from "#worker/platform/env.ts";
import { tenantDatabase } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { restoreScope } from "./claim.ts";

/** What the control database gets of an archive. */
export interface Restored {
  restoreId: string;
  userId: string;
  roles: RoleLine[];
  divisions: { name: string }[];
  policy: { factorDemandedAt: string | null; factorGraceDays: number; knownPermissions: string[] };
  result: RestoreResult;
}

const KEYS: ReadonlySet<string> = new Set(PERMISSIONS);
const owns = (role: RoleLine) => role.permissions.includes("identity.own");

/** The archive's roles under ids of their own, and which of them owns: the one that may do most. */
function roleWrites(organizationId: string, lines: readonly RoleLine[]) {
  const roles = lines.map((line) => ({ ...line, id: newId("rol") }));
  const [owner] = roles
    .filter(owns)
    .toSorted((a, b) => b.permissions.length - a.permissions.length);
  // An archive without an owner's role still needs somebody who owns what comes of it.
  if (!owner) return builtInRoles(organizationId, systemClock.now());
  const writes = roles.flatMap(({ id, slug, name, permissions }) => [
    write(
      "INSERT INTO roles (id, organization_id, slug, name) VALUES (?, ?, ?, ?)",
      id,
      organizationId,
      slug,
      name,
    ),
    write(
      "INSERT INTO role_permissions (role_id, permission) SELECT ?, value FROM json_each(?)",
      id,
      JSON.stringify([...new Set(permissions)].filter((key) => KEYS.has(key))),
    ),
  ]);
  return { ownerId: owner.id, writes };
}

/**
 * Opens a restored organization, in one batch: roles, divisions, policy, the restoring person as its owner, the slot ready,
 * the restoration done. Before it nobody gets in, after it the owner does. May be repeated.
 */
export async function openOrganization(
  env: Env,
  organizationId: string,
  restored: Restored,
): Promise<void> {
  const { restoreId, userId, policy } = restored;
  const state = await env.CONTROL_DB.prepare("SELECT state FROM restores WHERE id = ?")
    .bind(restoreId)
    .first<string>("state");
  if (state === "done") return;
  const now = isoNow(systemClock);
  const { ownerId, writes } = roleWrites(organizationId, restored.roles);
  const divisions: ControlWrite[] = restored.divisions.map(({ name }) =>
    write(
      "INSERT INTO divisions (id, organization_id, name, created_at) VALUES (?, ?, ?, ?)",
      newId("div"),
      organizationId,
      name,
      now,
    ),
  );
  await commitControl(
    restoreScope(env, () => undefined),
    {
      writes: [
        guarded(
          "stale",
          "UPDATE restores SET state = 'done', finished_at = ?, result = ? WHERE id = ? AND state = 'running'",
          now,
          JSON.stringify(restored.result),
          restoreId,
        ),
        ...writes,
        write(
          "INSERT OR IGNORE INTO known_permissions (organization_id, permission) SELECT ?, value FROM json_each(?)",
          organizationId,
          JSON.stringify(policy.knownPermissions.filter((key) => KEYS.has(key))),
        ),
        ...grantNewKeys(organizationId),
        ...divisions,
        // A demand of a second factor holds on; its days of grace begin anew, for whoever comes.
        write(
          "UPDATE organizations SET factor_demanded_at = ?, factor_grace_days = ? WHERE id = ?",
          policy.factorDemandedAt === null ? null : now,
          policy.factorGraceDays,
          organizationId,
        ),
        write(
          "INSERT INTO memberships (organization_id, user_id, role_id, created_at) VALUES (?, ?, ?, ?)",
          organizationId,
          userId,
          ownerId,
          now,
        ),
        guarded(
          "stale",
          "UPDATE slots SET ready_at = ? WHERE organization_id = ?",
          now,
          organizationId,
        ),
      ],
      answer: null,
    },
  );
}

/** Keeps the names of the archive's people by the ids that records name. They are not members. */
export async function keepPeople(
  env: Env,
  tenant: TenantRef,
  people: readonly PersonLine[],
  roles: readonly RoleLine[],
): Promise<void> {
  const roleOf = new Map(roles.map(({ id, slug, name }) => [id, name ?? slug]));
  const rows = people.map(({ id, name, email, roleId }) => ({
    id,
    name,
    email,
    role: roleOf.get(roleId) ?? "",
  }));
  await tenantDatabase(env, tenant)
    .prepare(
      `INSERT OR REPLACE INTO former_people (id, name, email, role)
       SELECT value ->> 'id', value ->> 'name', value ->> 'email', value ->> 'role' FROM json_each(?)`,
    )
    .bind(JSON.stringify(rows))
    .run();
}
