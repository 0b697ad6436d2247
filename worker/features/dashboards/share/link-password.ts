import { linkEvent } from "#domain/dashboards/share/events.ts";
import type { LinkView } from "#domain/dashboards/share/model.ts";
import { fail } from "#domain/errors.ts";
import { dashboardKind } from "#worker/features/dashboards/kinds.ts";
import { hashRecordPassword, verifyPassword } from "#worker/platform/auth/password-hash.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { takeGuess } from "#worker/platform/limit/take-guess.ts";
import { findRecord } from "#worker/platform/records/kind.ts";
import { update } from "#worker/platform/writes.ts";
import { findLink, told, viewOf } from "./links.ts";
import { dashboardLinks } from "./schema.ts";

/**
 * Gives a link a password, another one, or (null) none. It holds from the next opening on.
 * Errors: `dashboard.link_not_found`, `conflict.version`.
 */
export async function setLinkPassword(
  ctx: Ctx,
  { id, password }: { id: string; password: string | null },
): Promise<LinkView> {
  const before = await findLink(ctx, id);
  const dashboard = await findRecord(ctx, dashboardKind, before.dashboardId);
  const set = {
    passwordHash: password === null ? null : await hashRecordPassword(ctx, password),
    passwordSetAt: password === null ? null : isoNow(ctx.clock),
  };
  const after = viewOf({ ...before, ...set });
  const title = dashboard?.title ?? "";
  return commit(ctx, {
    writes: [update(dashboardLinks, before, set)],
    events: [
      linkEvent("password_changed", {
        before: told(viewOf(before), title),
        after: told(after, title),
      }),
    ],
    answer: after,
  });
}

/**
 * Holds what was typed against a link's password, each try counted before it is compared.
 * Errors: `dashboard.link_password_needed`, `dashboard.link_password_wrong`, `request.rate_limited`.
 */
export async function checkLinkPassword(
  asked: PublicCtx,
  link: { id: string; passwordHash: string | null },
  typed: string | undefined,
): Promise<void> {
  if (link.passwordHash === null) return;
  if (typed === undefined) return fail("dashboard.link_password_needed");
  await takeGuess(asked.env, link.id, asked.address);
  const { ok } = await verifyPassword(asked.env, typed, link.passwordHash);
  if (!ok) fail("dashboard.link_password_wrong");
}
