import type { FactorMethod } from "#domain/factors/model.ts";
import { require, type ControlWrite } from "./control-writes.ts";

const TOTP = (user: string) =>
  `EXISTS (SELECT 1 FROM totp_factors f WHERE f.user_id = ${user} AND f.confirmed_at IS NOT NULL)`;
const PASSKEY = (user: string) => `EXISTS (SELECT 1 FROM passkeys p WHERE p.user_id = ${user})`;

/** SQL: whether a person has a second factor. Recovery codes alone are none. The argument is an SQL expression. */
export const HAS_SECOND_FACTOR = (user: string) => `(${TOTP(user)} OR ${PASSKEY(user)})`;

/** SQL: what a person can prove themselves with besides the password, for `methodsIn`. */
export const FACTOR_METHODS = (user: string) =>
  `json_array(${TOTP(user)}, ${PASSKEY(user)}, EXISTS (SELECT 1 FROM recovery_codes c
    WHERE c.user_id = ${user} AND c.used_at IS NULL))`;

/** What `FACTOR_METHODS` found; empty for a person without second factor. */
export function methodsIn(found: string): FactorMethod[] {
  const [totp, passkey, recovery] = JSON.parse(found) as number[];
  if (!totp && !passkey) return [];
  const methods: FactorMethod[] = [];
  if (totp) methods.push("totp");
  if (passkey) methods.push("passkey");
  if (recovery) methods.push("recovery");
  return methods;
}

/** Aborts the batch with `auth.second_factor_required` for a person whose password alone is not enough. */
export function withoutSecondFactor(userId: string): ControlWrite {
  return require("second_factor", `NOT EXISTS (SELECT 1 FROM users u WHERE u.id = ? AND ${HAS_SECOND_FACTOR("u.id")})`, userId);
}

/**
 * SQL: from when on (UTC) a member without second factor reaches nothing but what adds one: the days of grace count from the
 * organization's demand, or from joining where that was later. NULL where nothing is demanded or a factor is there.
 * Arguments: SQL names of the rows of users, organizations and memberships.
 */
export const FACTOR_DUE = (user: string, organization: string, membership: string) =>
  `CASE WHEN ${organization}.factor_demanded_at IS NOT NULL AND NOT ${HAS_SECOND_FACTOR(`${user}.id`)}
    THEN strftime('%Y-%m-%dT%H:%M:%fZ', max(${organization}.factor_demanded_at, ${membership}.created_at),
      '+' || ${organization}.factor_grace_days || ' days') END`;
