import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import { DashboardId } from "#domain/dashboards/model.ts";
import { LANGUAGES } from "#domain/i18n/texts.ts";
import { Figures, PICTURE_BYTES } from "./figures.ts";
import { LINK_PASSWORD, LinkDays, LinkId, LinkPassword, LinkView, Published } from "./model.ts";

const byId = z.strictObject({ id: DashboardId });
const byLink = z.strictObject({ id: LinkId });

export const readPublished = defineRoute({
  method: "get",
  path: "/dashboards/{id}/figures",
  permission: "analytics.read",
  summary:
    "Read what is published of a dashboard: widgets and numbers of rows, without the figures",
  params: byId,
  output: z.strictObject({ published: Published.nullable() }),
  errors: ["dashboard.not_found"],
});

export const publishFigures = defineRoute({
  method: "put",
  path: "/dashboards/{id}/figures",
  permission: "analytics.share",
  summary: "Publish the figures that a dashboard shows now, for its links and mails",
  params: byId,
  body: z.strictObject({
    figures: Figures,
    basis: Published.shape.basis,
    digest: Published.shape.digest,
    keepCurrent: z.boolean(),
  }),
  output: Published,
  errors: ["dashboard.not_found", "dashboard.foreign_widget", "conflict.version"],
});

export const publishPicture = defineRoute({
  method: "put",
  path: "/dashboards/{id}/figures/picture",
  permission: "analytics.share",
  summary:
    "Give the published figures a picture (PNG, 720 KiB at most) that mails of one language show above them; it goes with them",
  params: byId,
  body: z.strictObject({
    /** Of the published figures that it shows. */
    version: Published.shape.version,
    /** In which it is written: a mail shows that of its own. */
    language: z.enum(LANGUAGES),
    data: z.base64().max(Math.ceil(PICTURE_BYTES / 3) * 4),
  }),
  output: z.null(),
  status: 204,
  errors: [
    "dashboard.not_found",
    "dashboard.not_published",
    "dashboard.not_a_picture",
    "conflict.version",
  ],
  idempotencyKey: false,
});

export const withdrawFigures = defineRoute({
  method: "delete",
  path: "/dashboards/{id}/figures",
  permission: "analytics.share",
  summary:
    "Take the published figures of a dashboard back: links open nothing until others are published",
  params: byId,
  output: z.null(),
  status: 204,
  errors: ["dashboard.not_found", "dashboard.not_published", "conflict.version"],
});

export const listLinks = defineRoute({
  method: "get",
  path: "/dashboards/{id}/links",
  permission: "analytics.share",
  summary: "List the public links of a dashboard that were not taken back, newest first",
  params: byId,
  output: z.strictObject({ items: z.array(LinkView) }),
  errors: ["dashboard.not_found"],
});

export const createLink = defineRoute({
  method: "post",
  path: "/dashboards/{id}/links",
  permission: "analytics.share",
  summary: "Make a public link to the published figures of a dashboard",
  params: byId,
  body: z.strictObject({ days: LinkDays }),
  output: LinkView,
  status: 201,
  errors: ["dashboard.not_found", "dashboard.not_published", "dashboard.too_many_links"],
});

export const readLinkToken = defineRoute({
  method: "get",
  path: "/dashboard-links/{id}/token",
  permission: "analytics.share",
  summary: "Read what opens a public link: it goes behind the # of /shared",
  params: byLink,
  output: z.strictObject({ token: z.string() }),
  errors: ["dashboard.link_not_found"],
});

export const setLinkPassword = defineRoute({
  method: "put",
  path: "/dashboard-links/{id}/password",
  permission: "analytics.share",
  summary: "Give a public link a password, another one, or none (null)",
  params: byLink,
  body: z.strictObject({ password: LinkPassword.nullable() }),
  output: LinkView,
  errors: ["dashboard.link_not_found", "conflict.version"],
  idempotencyKey: false,
});

export const revokeLink = defineRoute({
  method: "delete",
  path: "/dashboard-links/{id}",
  permission: "analytics.share",
  summary: "Take a public link back: it opens nothing from then on",
  params: byLink,
  output: z.null(),
  status: 204,
  errors: ["dashboard.link_not_found"],
});

export const openLink = defineRoute({
  method: "post",
  path: "/shared/dashboard",
  permission: "public",
  summary:
    "Read the published figures that a public link opens, with its password where it has one",
  body: z.strictObject({
    token: z.string().max(200),
    password: z.string().max(LINK_PASSWORD.max).optional(),
  }),
  output: z.strictObject({ organization: z.string(), figures: Figures }),
  errors: [
    "dashboard.link_gone",
    "dashboard.link_password_needed",
    "dashboard.link_password_wrong",
  ],
  idempotencyKey: false,
});
