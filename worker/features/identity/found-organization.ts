import { memberEvent } from "#domain/members/events.ts";
import { newId } from "#domain/ids.ts";
import { builtInRoles } from "#worker/platform/auth/built-in-roles.ts";
import type { ControlScope } from "#worker/platform/auth/control-commit.ts";
import { require, write, type ControlWrite } from "#worker/platform/auth/control-writes.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { claimSlot } from "#worker/platform/pool.ts";
import { OWNED_BY_NAME } from "./registration-link.ts";

const DAY_MS = 24 * 60 * 60_000;
/** Further organizations that one person starts in a day: each takes a database of the pool. */
const MOST_A_DAY = 5;

/** Whoever owns the organization from its first moment on. */
export interface Founder {
  userId: string;
  name: string;
  email: string;
}

/** What makes an organization with a database of the pool, roles and its owner: one batch. Aborts with `organization.pool_full`. */
export function foundOrganization(scope: ControlScope, name: string, founder: Founder) {
  const { clock } = scope;
  const now = isoNow(clock);
  const organizationId = newId("org", clock.now());
  const roles = builtInRoles(organizationId, clock.now());
  const { userId, name: person, email } = founder;
  const member = { id: userId, name: person, email, roleId: roles.ownerId };
  return {
    organizationId,
    writes: [
      write(
        "INSERT INTO organizations (id, name, created_at) VALUES (?, ?, ?)",
        organizationId,
        name,
        now,
      ),
      ...claimSlot(scope, organizationId),
      ...roles.writes,
      write(
        "INSERT INTO memberships (organization_id, user_id, role_id, created_at) VALUES (?, ?, ?, ?)",
        organizationId,
        userId,
        roles.ownerId,
        now,
      ),
    ],
    events: [
      {
        organizationId,
        actor: { userId, name: person },
        event: memberEvent("joined", { before: null, after: member }),
      },
    ],
  };
}

/**
 * A further organization of somebody who has an account: as `foundOrganization`, a few a day, and none of a name that the person
 * owns already, so that a form sent twice makes one. Aborts with `organization.too_many`, and with `conflict.version` for
 * the name.
 */
export function foundFurther(scope: ControlScope, name: string, founder: Founder) {
  const { userId } = founder;
  const yesterday = new Date(scope.clock.now() - DAY_MS).toISOString();
  const plan = foundOrganization(scope, name, founder);
  const { organizationId } = plan;
  const limits: ControlWrite[] = [
    require("stale", `${OWNED_BY_NAME("?1", "?2")} IS NULL`, userId, name),
    require("organizations", `(SELECT count(*) FROM auth_events
        WHERE user_id = ?1 AND kind = 'organization.started' AND at > ?2) < ${MOST_A_DAY}`, userId, yesterday),
  ];
  return {
    ...plan,
    writes: [...limits, ...plan.writes],
    authEvents: [{ kind: "organization.started" as const, userId, organizationId }],
  };
}
