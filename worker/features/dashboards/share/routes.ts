import * as api from "#domain/dashboards/share/api.ts";
import { bind, bindPublic } from "#worker/platform/bind.ts";
import { createLink, listLinks, readLinkToken, revokeLink } from "./links.ts";
import { setLinkPassword } from "./link-password.ts";
import { openLink } from "./open-link.ts";
import { publishFigures } from "./publish-figures.ts";
import { publishPicture } from "./publish-picture.ts";
import { readPublished } from "./published.ts";
import { withdrawFigures } from "./withdraw-figures.ts";

/** Routes of what dashboards show outside. */
export const shareRoutes = [
  bind(api.readPublished, (ctx, { params }) => readPublished(ctx, params)),
  bind(api.publishFigures, (ctx, { params, body }) => publishFigures(ctx, { ...params, ...body })),
  bind(api.publishPicture, (ctx, { params, body }) => publishPicture(ctx, { ...params, ...body })),
  bind(api.withdrawFigures, (ctx, { params }) => withdrawFigures(ctx, params)),
  bind(api.listLinks, (ctx, { params }) => listLinks(ctx, params)),
  bind(api.createLink, (ctx, { params, body }) => createLink(ctx, { ...params, ...body })),
  bind(api.readLinkToken, (ctx, { params }) => readLinkToken(ctx, params)),
  bind(api.setLinkPassword, (ctx, { params, body }) =>
    setLinkPassword(ctx, { ...params, ...body }),
  ),
  bind(api.revokeLink, (ctx, { params }) => revokeLink(ctx, params)),
  bindPublic(api.openLink, (ctx, { body }) => openLink(ctx, body)),
];
