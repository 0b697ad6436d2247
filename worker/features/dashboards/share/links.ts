import { and, desc, eq, isNull } from "drizzle-orm";
import { linkEvent } from "#domain/dashboards/share/events.ts";
import type { LinkDays, LinkView } from "#domain/dashboards/share/model.ts";
import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { dashboardKind } from "#worker/features/dashboards/kinds.ts";
import { shareTokenOf } from "#worker/platform/auth/share-token.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findRecord } from "#worker/platform/records/kind.ts";
import { insert, update } from "#worker/platform/writes.ts";
import { dashboardToShare } from "./published.ts";
import { dashboardLinks } from "./schema.ts";

/** Links of one dashboard: more than anybody keeps an eye on. */
const MOST_LINKS = 20;
const DAY = 24 * 60 * 60 * 1000;

type Row = typeof dashboardLinks.$inferSelect;
/** A link as people see it: without what opens it. */
export const viewOf = ({
  tokenHash: _hash,
  passwordHash: _password,
  version: _version,
  ...view
}: Row): LinkView => view;
/** A link as audit and live pages tell of it. */
export const told = ({ opens: _opens, openedAt: _at, ...rest }: LinkView, title: string) => ({
  ...rest,
  title,
});

/** Links of a dashboard that were not taken back, newest first; also those whose time is over. */
function standing(ctx: Ctx, dashboardId: string): Promise<Row[]> {
  return ctx.db
    .select()
    .from(dashboardLinks)
    .where(and(eq(dashboardLinks.dashboardId, dashboardId), isNull(dashboardLinks.revokedAt)))
    .orderBy(desc(dashboardLinks.id));
}

/** Error: `dashboard.not_found`. */
export async function listLinks(ctx: Ctx, { id }: { id: string }) {
  const [rows] = await Promise.all([standing(ctx, id), dashboardToShare(ctx, id)]);
  return { items: rows.map(viewOf) };
}

/** Errors: `dashboard.not_found`, `dashboard.not_published`, `dashboard.too_many_links`. */
export async function createLink(
  ctx: Ctx,
  { id, days }: { id: string; days: LinkDays },
): Promise<LinkView> {
  const [{ dashboard, published, actor }, rows] = await Promise.all([
    dashboardToShare(ctx, id),
    standing(ctx, id),
  ]);
  if (!published) return fail("dashboard.not_published", { id });
  if (rows.length >= MOST_LINKS) return fail("dashboard.too_many_links", { most: MOST_LINKS });
  const now = ctx.clock.now();
  const linkId = newId("lnk", now);
  const row: Row = {
    id: linkId,
    version: 1,
    dashboardId: id,
    tokenHash: await sha256(await shareTokenOf(ctx, "link", linkId)),
    expiresAt: days === null ? null : new Date(now + days * DAY).toISOString(),
    passwordHash: null,
    passwordSetAt: null,
    revokedAt: null,
    createdBy: actor.userId,
    createdAt: isoNow(ctx.clock),
    opens: 0,
    openedAt: null,
  };
  const view = viewOf(row);
  return commit(ctx, {
    writes: [insert(dashboardLinks, row)],
    events: [linkEvent("created", { before: null, after: told(view, dashboard.title) })],
    answer: view,
  });
}

/** A link that stands. Error: `dashboard.link_not_found`. */
export async function findLink(ctx: Ctx, id: string): Promise<Row> {
  const [rows] = await Promise.all([
    ctx.db
      .select()
      .from(dashboardLinks)
      .where(and(eq(dashboardLinks.id, id), isNull(dashboardLinks.revokedAt))),
    ctx.actor(),
  ]);
  return rows[0] ?? fail("dashboard.link_not_found", { id });
}

/** What opens a link. Error: `dashboard.link_not_found`. */
export async function readLinkToken(ctx: Ctx, { id }: { id: string }): Promise<{ token: string }> {
  const link = await findLink(ctx, id);
  return { token: await shareTokenOf(ctx, "link", link.id) };
}

/** Takes a link back. Error: `dashboard.link_not_found`. */
export async function revokeLink(ctx: Ctx, { id }: { id: string }): Promise<null> {
  const before = await findLink(ctx, id);
  const dashboard = await findRecord(ctx, dashboardKind, before.dashboardId);
  const after = { ...before, revokedAt: isoNow(ctx.clock) };
  const title = dashboard?.title ?? "";
  return commit(ctx, {
    writes: [update(dashboardLinks, before, { revokedAt: after.revokedAt })],
    events: [
      linkEvent("revoked", {
        before: told(viewOf(before), title),
        after: told(viewOf(after), title),
      }),
    ],
    answer: null,
  });
}
