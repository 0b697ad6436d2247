import { fail } from "#domain/errors.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { hyperdriveOf } from "#worker/platform/outbound/hyperdrive.ts";
import { unsealFor } from "#worker/platform/secrets/tenant-secrets.ts";
import { ConnectError, type Session, type Target } from "./driver/session.ts";
import { passwordPlace } from "./record.ts";
import type { ConnectionRow } from "./schema.ts";

/** Opens a database for one question; the drivers are read when one is first asked. Error: `ConnectError`. */
export async function openTarget(ctx: Ctx, target: Target, signal: AbortSignal): Promise<Session> {
  if (target.kind === "postgres") {
    const { openPostgres } = await import("./driver/postgres.ts");
    return openPostgres(ctx, target, signal);
  }
  const { openMysql } = await import("./driver/mysql.ts");
  return openMysql(ctx, target, signal);
}

/** Where a connection leads, with its password. Error: `connection.password_unreadable`. */
export async function targetOf(ctx: Ctx, row: ConnectionRow): Promise<Target> {
  const opened = row.password && (await unsealFor(ctx, passwordPlace(row.id), row.password));
  if (opened === null) return fail("connection.password_unreadable");
  return { ...row, password: opened, hyperdrive: hyperdriveOf(ctx, row.id) };
}

/** The database of a connection. Errors: `connection.password_unreadable`, `connection.failed` with why. */
export async function openDatabase(
  ctx: Ctx,
  row: ConnectionRow,
  signal: AbortSignal,
): Promise<Session> {
  try {
    return await openTarget(ctx, await targetOf(ctx, row), signal);
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error;
    return fail("connection.failed", { failure: error.failure, detail: error.detail });
  }
}
