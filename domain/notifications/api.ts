import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import { NotificationId, NotificationView } from "./model.ts";

export const listNotifications = defineRoute({
  method: "get",
  path: "/notifications",
  permission: "member",
  tokens: true,
  summary: "List what the caller was told of and may still read, last first, page by page",
  query: z.strictObject({
    /** `unread` leaves out what was read. */
    state: z.enum(["all", "unread"]).default("all"),
    /** The `id` of the last one that was read. */
    cursor: NotificationId.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  output: z.strictObject({
    items: z.array(NotificationView),
    nextCursor: NotificationId.nullable(),
    /** How many are unread, in all. */
    unread: z.int().nonnegative(),
  }),
});

export const readNotifications = defineRoute({
  method: "post",
  path: "/notifications/read",
  permission: "member",
  tokens: true,
  summary: "Mark notifications of the caller as read, or as unread again",
  body: z.union([
    z.strictObject({ ids: z.array(NotificationId).min(1).max(100), read: z.boolean() }),
    /** All up to this one: what came meanwhile stays unread. */
    z.strictObject({ upTo: NotificationId }),
  ]),
  output: z.null(),
  status: 204,
});
