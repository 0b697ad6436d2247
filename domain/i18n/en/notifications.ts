import type { notifications as fr } from "../fr/notifications.ts";
import type { Texts } from "../texts.ts";

/** Words of the bell: what a person is told of. */
export const notifications = {
  label: (unread: number) => (unread === 0 ? "Notifications" : `Notifications, ${unread} unread`),
  title: "Notifications",
  readAll: "Mark all as read",
  none: "Nothing new",
  noneBody:
    "Mentions on a card or a dashboard, cards assigned to you, and comments on cards you watch show up here.",
  markRead: "Mark as read",
  markUnread: "Mark as unread",
  more: "Older",
  unread: "unread",
  mention: (name: string) => `${name} mentioned you`,
  assigned: (name: string) => `${name} assigned you a card`,
  comment: (name: string) => `${name} commented`,
  dashboard: "Dashboard",
} satisfies Texts<typeof fr>;
