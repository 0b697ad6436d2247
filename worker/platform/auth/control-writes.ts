import type { AuthEventKind } from "#domain/identity/model.ts";
import type { ErrorCode } from "#domain/errors.ts";
import type { SqlValue } from "./control-db.ts";

/** Columns of `_guard` in the control database, each with what its NULL means to the caller. */
export const GUARDS = {
  /** The actor's session ended or the membership changed meanwhile: a new token tells what holds now. */
  actor: "auth.expired",
  stale: "conflict.version",
  pool_full: "organization.pool_full",
  last_owner: "identity.last_owner",
  role_in_use: "identity.role_in_use",
  link: "auth.link_invalid",
  invitation: "identity.invitation_invalid",
  code: "auth.code_invalid",
  challenge: "auth.challenge_invalid",
  restore_running: "restore.running",
  second_factor: "auth.second_factor_required",
  token_limit: "token.limit",
  organizations: "organization.too_many",
} as const satisfies Record<string, ErrorCode>;
export type Guard = keyof typeof GUARDS;

/** A statement as data: `commitControl` alone runs it. With a guard, matching no row aborts the whole batch. */
export interface ControlWrite {
  sql: string;
  params: readonly SqlValue[];
  guard?: Guard;
}

/** One write of the control database. */
export function write(sql: string, ...params: SqlValue[]): ControlWrite {
  return { sql, params };
}

/** A write that must change a row, or the batch aborts with the guard's error. */
export function guarded(guard: Guard, sql: string, ...params: SqlValue[]): ControlWrite {
  return { sql, params, guard };
}

/** Aborts the batch with the guard's error unless this condition holds at this point of it. */
export function require(guard: Guard, condition: string, ...params: SqlValue[]): ControlWrite {
  return { sql: `INSERT INTO _guard (${guard}) SELECT CASE WHEN ${condition} THEN 1 END`, params };
}

/** Something that happened to an account, told with device, place and address of its request. Never holds what was typed. */
export interface AuthEvent {
  kind: AuthEventKind;
  userId: string | null;
  /** Whose account it is, where only the database knows whether there is one. */
  email?: string;
  organizationId?: string;
  /** The session that ended by it. */
  sessionId?: string;
  /** A condition under which it is one, met or not when the batch has made its writes. */
  when?: { sql: string; params: readonly SqlValue[] };
}
