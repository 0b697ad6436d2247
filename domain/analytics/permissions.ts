/**
 * Keys of analyses: read; write (workspaces, questions, dashboards, the model of the business); share (a file with the organization,
 * public links); connect (databases); ask (Claude, at the organization's cost).
 */
export const analyticsPermissions = [
  "analytics.read",
  "analytics.write",
  "analytics.share",
  "analytics.connect",
  "analytics.ask",
] as const;
