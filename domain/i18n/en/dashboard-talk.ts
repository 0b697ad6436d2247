import type { dashboardTalk as fr } from "../fr/dashboard-talk.ts";
import type { Texts } from "../texts.ts";

/** Words of what is said on a dashboard, and of who looks at it. */
export const dashboardTalk = {
  open: (unread) => (unread === 0 ? "Comments" : `Comments, ${unread} unread`),
  title: "Comments",
  none: "No comments yet. Call somebody with @: they get a notification and an email.",
  noneOpen: "Everything is resolved.",
  about: "About",
  whole: "The whole dashboard",
  gone: "Removed widget",
  deleted: "This comment was deleted.",
  write: "Write a comment…",
  send: "Comment",
  resolve: "Resolve",
  reopen: "Reopen",
  resolvedBy: (name, when) => `Resolved by ${name}, ${when}`,
  showResolved: (count) =>
    count === 1 ? "Show the resolved comment" : `Show ${count} resolved comments`,
  hideResolved: "Hide resolved comments",
  unread: "Unread",
  here: (names) => `Also on this dashboard: ${names}`,
  edits: (name, title) => `${name} is editing “${title}”`,
} satisfies Texts<typeof fr>;
