/** Values in the order in which lists sort them. Plain data, so that pages take it without zod. */
export const STATUSES = ["prospect", "client", "archive"] as const;
export const STAGES = ["new", "contacted", "meeting", "dev", "signed", "delivered"] as const;
export const PRIORITIES = ["low", "medium", "high", "urgent"] as const;
/** French size classes (décret 2008-1354): micro, small and medium, mid-cap, large. */
export const SIZES = ["TPE", "PME", "ETI", "GE"] as const;
/** Clients that one bulk request may name: one commit is one D1 batch of about five statements a client. */
export const BULK_LIMIT = 100;
