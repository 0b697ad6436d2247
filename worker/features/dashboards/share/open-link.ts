import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { Figures } from "#domain/dashboards/share/figures.ts";
import { fail } from "#domain/errors.ts";
import { dashboardKind } from "#worker/features/dashboards/kinds.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { openPublic } from "#worker/platform/open-public.ts";
import { nameOfOrganization } from "#worker/platform/organizations.ts";
import { findRecord } from "#worker/platform/records/kind.ts";
import type { Write } from "#worker/platform/writes.ts";
import { figuresPath } from "./figures-file.ts";
import { checkLinkPassword } from "./link-password.ts";
import { findPublished } from "./published.ts";
import { dashboardLinks } from "./schema.ts";

/** The link that a token opens now. */
async function linkOf(ctx: Ctx, token: string) {
  const { tokenHash, revokedAt, expiresAt, id, dashboardId, passwordHash } = dashboardLinks;
  const rows = await ctx.db
    .select({ id, dashboardId, passwordHash })
    .from(dashboardLinks)
    .where(
      and(
        eq(tokenHash, await sha256(token)),
        isNull(revokedAt),
        or(isNull(expiresAt), gt(expiresAt, isoNow(ctx.clock))),
      ),
    );
  return rows[0];
}

/** Counts an opening. Nothing of who opened is kept. */
function countOpening(ctx: Ctx, id: string): Promise<null> {
  const { opens } = dashboardLinks;
  const counted: Write = {
    guarded: false,
    build: (db) =>
      db
        .update(dashboardLinks)
        .set({ opens: sql`${opens} + 1`, openedAt: isoNow(ctx.clock) })
        .where(eq(dashboardLinks.id, id)),
  };
  return commit(ctx, { writes: [counted], events: [], answer: null });
}

/**
 * The published figures that a token opens, and whose they are. Whatever it is that no longer holds – the link, its time, the
 * dashboard, its workspace, the organization, the figures – the answer is the same: `dashboard.link_gone`. A link with a password tells
 * nothing before it: `dashboard.link_password_needed`, `dashboard.link_password_wrong`, `request.rate_limited`.
 */
export async function openLink(
  asked: PublicCtx,
  { token, password }: { token: string; password?: string | undefined },
): Promise<{ organization: string; figures: Figures }> {
  const ctx = await openPublic(asked, token);
  const link = ctx && (await linkOf(ctx, token));
  if (!ctx || !link) return fail("dashboard.link_gone");
  await checkLinkPassword(asked, link, password);
  const id = link.dashboardId;
  const [dashboard, published, organization] = await Promise.all([
    findRecord(ctx, dashboardKind, id),
    findPublished(ctx, id),
    nameOfOrganization(asked.env, ctx.tenant.organizationId),
  ]);
  const file = dashboard && published && (await ctx.files.get(figuresPath(id, published.file)));
  if (!file) return fail("dashboard.link_gone");
  const figures = Figures.parse(await file.json());
  ctx.defer(countOpening(ctx, link.id).catch(() => undefined));
  return { organization, figures };
}
