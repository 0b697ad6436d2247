import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { nameLine } from "#domain/line.ts";
import { linesOf } from "./lines.ts";

export const CommentId = idSchema("cmt");

/** Somebody whom a comment calls by name: `name` is what stands behind the `@` in its text. */
export const Mention = z.strictObject({ id: idSchema("usr"), name: nameLine(120) });
export const Mentions = z.array(Mention).max(20);

/** Markdown, at least one sign of it. */
export const CommentText = linesOf(10_000).refine((text) => text.trim() !== "", {
  error: "empty",
});

/**
 * Who wrote a comment where it was imported from, by name alone, and when (UTC; null when that is not known). Whoever imported
 * it is its author here and answers for it, which readers are shown as well.
 */
export const Imported = z.strictObject({
  name: nameLine(120),
  at: z.iso.datetime().nullable(),
});

/** The most live comments of one card. */
export const MOST_COMMENTS = 1000;

/**
 * A comment on a card. Comments are no part of a board's snapshot: a page knows those of the cards that it opened and
 * what changed since it came.
 */
export interface Comment {
  id: string;
  cardId: string;
  text: string;
  mentions: z.infer<typeof Mentions>;
  authorId: string;
  /** UTC instants, by the clock of the object. */
  createdAt: string;
  editedAt: string | null;
  deleted: boolean;
  /** Missing when it was written here. */
  imported?: z.infer<typeof Imported> | undefined;
  /** The version that made the comment. */
  born: number;
  versions: Partial<Record<CommentRegister, number>>;
}

/** The units of "last writer wins". A text and whom it mentions are one of them. */
export type CommentRegister = "text" | "deleted";
export const COMMENT_REGISTERS: readonly CommentRegister[] = ["text", "deleted"];

/** When a comment was said, wherever that was (UTC). */
export function saidAt({ imported, createdAt }: Pick<Comment, "imported" | "createdAt">): string {
  return imported?.at ?? createdAt;
}

/** Orders comments by when they were said, those of one instant by id. */
export function bySaid(a: Omit<Comment, "versions">, b: Omit<Comment, "versions">): number {
  const [one, other] = [saidAt(a), saidAt(b)];
  if (one !== other) return one < other ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** The version that last touched a comment. */
export function commentVersion(comment: Comment): number {
  return Math.max(comment.born, ...Object.values(comment.versions));
}
