import { HAS_SECOND_FACTOR } from "#worker/platform/auth/second-factor.ts";

/** SQL: the instant at which a statement runs, UTC, as it is stored. */
export const NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";

/**
 * SQL: whether a grant lets a person in as support now: it stands, its time is not over, and the account is marked as
 * support's. Arguments: SQL names of the rows of support_grants and users, and of the instant.
 */
export const LETS_IN = (grant: string, user: string, now = NOW) =>
  `(${grant}.ended_at IS NULL AND ${grant}.expires_at > ${now}
    AND EXISTS (SELECT 1 FROM support_staff st WHERE st.user_id = ${user}))`;

/** SQL: since when support without a second factor is shut out from everything but adding one: since the grant was made. */
export const GRANT_FACTOR_DUE = (grant: string, user: string) =>
  `CASE WHEN NOT ${HAS_SECOND_FACTOR(user)} THEN ${grant}.granted_at END`;
