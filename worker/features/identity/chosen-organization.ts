import { fail } from "#domain/errors.ts";
import { LETS_IN } from "#worker/platform/support/living-grant.ts";

/** What `CHOSEN` finds instead of an organization when the last one was deleted, before the instant (UTC). */
const DELETED = "deleted ";

/** SQL: how the last membership ended, for whoever has none: `deleted ` and when, or NULL. */
const LAST_END = (userId: string) => `(
  SELECT CASE kind WHEN 'membership.organization_deleted' THEN '${DELETED}' || at END FROM auth_events
  WHERE user_id = ${userId} AND kind IN ('membership.organization_deleted', 'membership.removed')
  ORDER BY at DESC, id DESC LIMIT 1)`;

/** SQL: an organization that lets the person in as support, or NULL. */
const GRANTED = (userId: string, which = "") => `(
  SELECT sg.organization_id FROM support_grants sg WHERE ${LETS_IN("sg", userId)} ${which}
  ORDER BY sg.granted_at DESC LIMIT 1)`;

/**
 * SQL: the organization in which a person goes on: the wanted one if still a member of it or let in as support,
 * else the last used, else the first joined, else one that lets the person in as support; without any, what `chosenOrganization` understands. Both arguments are SQL expressions.
 */
export const CHOSEN = (userId: string, wanted = "NULL") => `coalesce(
  ${GRANTED(
    userId,
    `AND sg.organization_id = ${wanted} AND NOT EXISTS (SELECT 1 FROM memberships sm
    WHERE sm.organization_id = sg.organization_id AND sm.user_id = ${userId})`,
  )}, (
  SELECT cm.organization_id FROM memberships cm
  LEFT JOIN sessions cs ON cs.user_id = cm.user_id AND cs.organization_id = cm.organization_id
  WHERE cm.user_id = ${userId} GROUP BY cm.organization_id
  ORDER BY cm.organization_id IS ${wanted} DESC, max(cs.seen_at) DESC, min(cm.created_at) LIMIT 1),
  ${GRANTED(userId)}, ${LAST_END(userId)})`;

/**
 * The organization that `CHOSEN` found. Error: `permission.denied` when the person is a member of none, with `deletedAt`
 * when the last one was deleted.
 */
export function chosenOrganization(found: string | null): string {
  const reason = "membership";
  if (found === null) return fail("permission.denied", { reason });
  if (!found.startsWith(DELETED)) return found;
  return fail("permission.denied", { reason, deletedAt: found.slice(DELETED.length) });
}
