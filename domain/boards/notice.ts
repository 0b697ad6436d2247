import { z } from "zod";

/** Why somebody is told: called by name, given a card, or a comment on a card that they watch. */
export const NOTICE_KINDS = ["mention", "assigned", "comment"] as const;
export const NoticeKind = z.enum(NOTICE_KINDS);
export type NoticeKind = z.infer<typeof NoticeKind>;
