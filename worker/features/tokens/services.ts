import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { serviceEvent } from "#domain/tokens/events.ts";
import type { ServiceAccount } from "#domain/tokens/model.ts";
import { roleUnchanged, withinReach } from "#worker/features/members/authority-writes.ts";
import { standingOfRoles } from "#worker/features/members/standing-of-members.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { guarded, write } from "#worker/platform/auth/control-writes.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { readService, readTokens, serviceView, type ServiceRow } from "./queries.ts";

const record = ({ id, name, role, disabledAt }: ServiceRow) => {
  return { id, name, roleId: role.id, disabledAt };
};

/**
 * Makes a service account with a role whose every key the actor holds.
 * Errors: `identity.role_not_found`, `permission.denied`, `service.name_taken`, `conflict.version`.
 */
export async function createService(
  ctx: Ctx,
  input: { name: string; roleId: string },
): Promise<ServiceAccount> {
  const { organizationId } = ctx.tenant;
  const [roles, actor] = await Promise.all([standingOfRoles(ctx), ctx.actor()]);
  const role = roles.find((one) => one.id === input.roleId);
  if (!role) return fail("identity.role_not_found");
  withinReach(actor, role.permissions);
  const row: ServiceRow = {
    id: newId("svc", ctx.clock.now()),
    name: input.name,
    createdAt: isoNow(ctx.clock),
    createdBy: actor.name,
    disabledAt: null,
    role: { id: role.id, slug: role.slug, name: role.name },
    permissions: role.permissions,
  };
  const event = serviceEvent("created", { before: null, after: record(row) });
  const { answer } = await commitControl(await scopeOf(ctx), {
    writes: [
      roleUnchanged(role),
      write(
        "INSERT INTO service_accounts (id, organization_id, name, role_id, created_by, created_at) VALUES (?, ?, ?, ?, ?, ?)",
        row.id,
        organizationId,
        row.name,
        role.id,
        actor.userId,
        row.createdAt,
      ),
    ],
    events: [{ organizationId, actor, event }],
    answer: serviceView(actor, row, []),
  });
  return answer;
}

/**
 * Renames a service account, gives it another role, stops it or lets it go on; effective on its next request. Whoever widens
 * what it may do holds every key of its role before and after; stopping it asks for no key of it.
 * Errors: `service.not_found`, `identity.role_not_found`, `permission.denied`, `service.name_taken`, `conflict.version`.
 */
export async function updateService(
  ctx: Ctx,
  id: string,
  change: {
    name?: string | undefined;
    roleId?: string | undefined;
    disabled?: boolean | undefined;
  },
): Promise<ServiceAccount> {
  const { organizationId } = ctx.tenant;
  const control = controlDb(ctx);
  const [before, tokens, roles, actor] = await Promise.all([
    readService(control, organizationId, id),
    readTokens(control, organizationId, "k.service_id = ?", id),
    standingOfRoles(ctx),
    ctx.actor(),
  ]);
  if (!before) return fail("service.not_found");
  const role = roles.find((one) => one.id === (change.roleId ?? before.role.id));
  if (!role) return fail("identity.role_not_found");
  const disabled = change.disabled ?? before.disabledAt !== null;
  const resumed = before.disabledAt !== null && !disabled;
  if (resumed || role.id !== before.role.id) {
    withinReach(actor, before.permissions);
    withinReach(actor, role.permissions);
  }
  const after: ServiceRow = {
    ...before,
    name: change.name ?? before.name,
    disabledAt: disabled ? (before.disabledAt ?? isoNow(ctx.clock)) : null,
    role: { id: role.id, slug: role.slug, name: role.name },
    permissions: role.permissions,
  };
  const event = serviceEvent("updated", { before: record(before), after: record(after) });
  const { answer } = await commitControl(await scopeOf(ctx), {
    writes: [
      roleUnchanged(role),
      guarded(
        "stale",
        `UPDATE service_accounts SET name = ?1, role_id = ?2, disabled_at = ?3
         WHERE id = ?4 AND role_id = ?5 AND disabled_at IS ?6`,
        after.name,
        role.id,
        after.disabledAt,
        id,
        before.role.id,
        before.disabledAt,
      ),
    ],
    events: [{ organizationId, actor, event }],
    answer: serviceView(actor, after, tokens),
  });
  return answer;
}

/** Removes a service account and its tokens at once. Errors: `service.not_found`, `conflict.version`. */
export async function deleteService(ctx: Ctx, id: string): Promise<undefined> {
  const { organizationId } = ctx.tenant;
  const [before, actor] = await Promise.all([
    readService(controlDb(ctx), organizationId, id),
    ctx.actor(),
  ]);
  if (!before) return fail("service.not_found");
  const event = serviceEvent("deleted", { before: record(before), after: null });
  await commitControl(await scopeOf(ctx), {
    writes: [guarded("stale", "DELETE FROM service_accounts WHERE id = ?", id)],
    events: [{ organizationId, actor, event }],
    answer: null,
  });
  return undefined;
}
