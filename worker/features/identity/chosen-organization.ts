import { fail } from "#domain/errors.ts";

/**
 * SQL: the organization in which a person goes on: the wanted one if still a member of it, else the last used, else
 * the first joined; NULL when a member of none. Both arguments are SQL expressions.
 */
export const CHOSEN = (userId: string, wanted = "NULL") => `(
  SELECT cm.organization_id FROM memberships cm
  LEFT JOIN sessions cs ON cs.user_id = cm.user_id AND cs.organization_id = cm.organization_id
  WHERE cm.user_id = ${userId} GROUP BY cm.organization_id
  ORDER BY cm.organization_id IS ${wanted} DESC, max(cs.seen_at) DESC, min(cm.created_at) LIMIT 1)`;

/** The organization that `CHOSEN` found. Error: `permission.denied` when the person is a member of none. */
export function chosenOrganization(found: string | null): string {
  return found ?? fail("permission.denied", { reason: "membership" });
}
