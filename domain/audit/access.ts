/** Readings that the access log tells of. A route names one with `discloses`. */
export const ACCESS_ACTIONS = [
  "clients.exported",
  "clients.analyzed",
  "board.exported",
  "members.listed",
  "support.opened",
  "audit.exported",
  "organization.exported",
  "sign_ins.listed",
  "sign_ins.exported",
  "webhook.secret_read",
  "connection.queried",
] as const;
export type AccessAction = (typeof ACCESS_ACTIONS)[number];

const HOUR = 60 * 60 * 1000;

/**
 * Milliseconds within which the same person's same reading is one row: a page that shows names reads the members each
 * time it opens. 0 notes each one.
 */
export const ONE_ROW_WITHIN: Record<AccessAction, number> = {
  "clients.exported": 0,
  // A page reads them anew each time that a client changes.
  "clients.analyzed": 24 * HOUR,
  "board.exported": 0,
  "members.listed": HOUR,
  "support.opened": 60_000,
  "audit.exported": 0,
  "organization.exported": 0,
  "sign_ins.listed": HOUR,
  "sign_ins.exported": 0,
  "webhook.secret_read": 0,
  "connection.queried": 0,
};
