import { newId } from "#domain/ids.ts";
import { grantEvent } from "#domain/support/events.ts";
import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { guarded } from "#worker/platform/auth/control-writes.ts";
import { tellRooms } from "#worker/platform/auth/tell-rooms.ts";
import { isoNow, type Clock } from "#worker/platform/clock.ts";
import { RAW, type Ctx } from "#worker/platform/context.ts";
import type { Env } from "#worker/platform/env.ts";
import { log } from "#worker/platform/log.ts";
import { mailsTo, ownersOf } from "#worker/platform/mail/owners.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { readGrant, recordOf } from "./grants.ts";

interface Over extends TenantRef {
  id: string;
  organization: string;
}

/**
 * Ends, on paper, the accesses of support whose time is over: nobody has come in under them since that instant. Owners get a
 * mail, the audit a row, and sockets that are still open close.
 */
export async function endExpiredGrants(env: Env, clock: Clock): Promise<void> {
  const control = controlDb({ control: env.CONTROL_DB });
  const over = await control.all<Over>(
    `SELECT g.id, g.organization_id AS organizationId, s.binding, o.name AS organization FROM support_grants g
     JOIN organizations o ON o.id = g.organization_id JOIN slots s ON s.organization_id = o.id
     WHERE g.ended_at IS NULL AND g.expires_at <= ?`,
    isoNow(clock),
  );
  for (const one of over) {
    await end(env, clock, one).catch((error: unknown) =>
      log("error", "support.not_ended", { grantId: one.id, error: String(error) }),
    );
  }
}

/** Everybody of the support: whoever of them holds a socket under a grant that ended loses it. */
export async function tellSupport(from: Ctx | { env: Env }, tenant: TenantRef): Promise<void> {
  const control = RAW in from ? from : { control: from.env.CONTROL_DB };
  const staff = await controlDb(control).all<{ id: string }>(
    "SELECT user_id AS id FROM support_staff",
  );
  await tellRooms(
    from,
    tenant,
    staff.map(({ id }) => id),
  );
}

async function end(env: Env, clock: Clock, { id, organization, ...tenant }: Over): Promise<void> {
  const { organizationId } = tenant;
  const work: Promise<unknown>[] = [];
  const scope = {
    env,
    clock,
    requestId: newId("req", clock.now()),
    address: null,
    request: null,
    control: env.CONTROL_DB,
    origin: env.APP_ORIGIN ?? "",
    defer: (one: Promise<unknown>) => void work.push(one),
  };
  const control = controlDb(scope);
  const [grant, owners] = await Promise.all([
    readGrant(control, organizationId, id),
    ownersOf(control, organizationId),
  ]);
  if (!grant) return;
  const before = recordOf(grant);
  const event = grantEvent("ended", { before, after: { ...before, endedAt: grant.expiresAt } });
  const params = { organizationId, organization, by: null, used: grant.usedBy };
  await commitControl(publicScope(scope), {
    writes: [
      guarded(
        "stale",
        "UPDATE support_grants SET ended_at = expires_at WHERE id = ? AND ended_at IS NULL",
        id,
      ),
    ],
    events: [{ organizationId, actor: { userId: id, name: "Aetheria" }, event }],
    mails: mailsTo(clock, owners, { kind: "support_ended", params }),
    answer: null,
  });
  await tellSupport({ env }, tenant);
  await Promise.all(work);
}
