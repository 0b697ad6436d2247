import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { DashboardId, WidgetId } from "#domain/dashboards/model.ts";

/** Characters (UTF-16 units) of the password of a public link. */
export const LINK_PASSWORD = { min: 8, max: 200 };

export const LinkId = idSchema("lnk");

/** Days for which a public link opens; null is until it is taken back. */
export const LinkDays = z.union([
  z.literal(1),
  z.literal(7),
  z.literal(30),
  z.literal(90),
  z.null(),
]);
export type LinkDays = z.infer<typeof LinkDays>;

/** What a public link may ask for: nothing is trimmed, any character is allowed. */
export const LinkPassword = z.string().min(LINK_PASSWORD.min).max(LINK_PASSWORD.max);

/** What is published of a dashboard: which widgets, how many rows each. The figures themselves lie beside it. */
export const Published = z
  .strictObject({
    dashboardId: DashboardId,
    version: z.int().positive(),
    widgets: z.array(
      z.strictObject({ id: WidgetId, title: z.string(), rows: z.int().nonnegative() }),
    ),
    /** Of the filters and of the figures, as browsers compute them: by these they know whether anything changed. */
    basis: z.string().regex(/^[\da-f]{64}$/),
    digest: z.string().regex(/^[\da-f]{64}$/),
    /** Published anew when somebody who may opens the dashboard and the figures have changed. */
    keepCurrent: z.boolean(),
    bytes: z.int().positive(),
    computedAt: z.iso.datetime(),
    publishedBy: idSchema("usr"),
    publishedAt: z.iso.datetime(),
  })
  .meta({ id: "PublishedFigures" });
export type Published = z.infer<typeof Published>;

/** A public link. Its address is told apart from it, to whoever may share. */
export const LinkView = z
  .strictObject({
    id: LinkId,
    dashboardId: DashboardId,
    expiresAt: z.iso.datetime().nullable(),
    /** Since when it asks for its password; null without one. */
    passwordSetAt: z.iso.datetime().nullable(),
    revokedAt: z.iso.datetime().nullable(),
    createdBy: idSchema("usr"),
    createdAt: z.iso.datetime(),
    opens: z.int().nonnegative(),
    openedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "DashboardLink" });
export type LinkView = z.infer<typeof LinkView>;
