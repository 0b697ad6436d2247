import * as api from "#domain/notifications/api.ts";
import { bind } from "#worker/platform/bind.ts";
import { listNotifications } from "./list-notifications.ts";
import { readNotifications } from "./read-notifications.ts";

/** Routes of what people are told of. */
export const notificationRoutes = [
  bind(api.listNotifications, (ctx, { query }) => listNotifications(ctx, query)),
  bind(api.readNotifications, (ctx, { body }) => readNotifications(ctx, body)),
];
