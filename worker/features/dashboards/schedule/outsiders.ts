import { and, eq, notInArray } from "drizzle-orm";
import type { ScheduleInput } from "#domain/dashboards/schedule/model.ts";
import { fail } from "#domain/errors.ts";
import { can, type Actor } from "#domain/permissions.ts";
import { shareTokenOf } from "#worker/platform/auth/share-token.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import type { Ctx } from "#worker/platform/context.ts";
import type { Write } from "#worker/platform/writes.ts";
import { dashboardOutsiders } from "./schema.ts";

type Outsiders = ScheduleInput["outsiders"];

/** What the token that ends the mails of an address is derived from. */
export const outsiderKey = (scheduleId: string, email: string): string => `${scheduleId} ${email}`;

/** Adding somebody without an account sends figures out of the house. Error: `permission.denied`. */
export function mayAdd(actor: Actor, before: Outsiders, after: Outsiders): void {
  const known = new Set(before.map(({ email }) => email));
  if (after.every(({ email }) => known.has(email)) || can(actor, "analytics.share")) return;
  fail("permission.denied", { permission: "analytics.share" });
}

/** The writes that make these the outsiders of a schedule. Who ended their mails stays so, also when put on it again. */
export async function outsiderWrites(
  ctx: Ctx,
  scheduleId: string,
  outsiders: Outsiders,
): Promise<Write[]> {
  const table = dashboardOutsiders;
  const off: Write = {
    guarded: false,
    build: (db) =>
      db
        .update(table)
        .set({ gone: true })
        .where(
          and(
            eq(table.scheduleId, scheduleId),
            notInArray(
              table.email,
              outsiders.map(({ email }) => email),
            ),
          ),
        ),
  };
  const on = await Promise.all(
    outsiders.map(async ({ email, language }): Promise<Write> => {
      const token = await shareTokenOf(ctx, "unsubscribe", outsiderKey(scheduleId, email));
      const tokenHash = await sha256(token);
      const row = { scheduleId, email, language, tokenHash, gone: false, unsubscribedAt: null };
      return {
        guarded: false,
        build: (db) =>
          db
            .insert(table)
            .values(row)
            .onConflictDoUpdate({
              target: [table.scheduleId, table.email],
              set: { language, gone: false },
            }),
      };
    }),
  );
  return [off, ...on];
}
