import { MOST_COMMENTS } from "#domain/boards/comment.ts";
import type { DraftComment } from "./draft.ts";
import type { RawComment } from "./raw.ts";
import { cut, oneLine, shows, someLines } from "./texts.ts";

const NAME = 120;
const TEXT = 10_000;

/** An instant in UTC, or null for what is none. */
function instantOf(text: string): string | null {
  const ms = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  const iso = Number.isNaN(ms) ? "" : new Date(ms).toISOString();
  return /^\d{4}-/.test(iso) ? iso : null;
}

/** A text in pieces that each fit a comment. */
function pieces(text: string): string[] {
  const made: string[] = [];
  for (let rest = text; rest.trim() !== "";) {
    const piece = cut(rest, TEXT);
    if (piece.trim() !== "") made.push(piece);
    rest = rest.slice(piece.length);
  }
  return made;
}

/**
 * A card's comments as they will be made, oldest first, each under the name of whoever wrote it. One that is too long becomes
 * several. `over`: how many more there are than a card takes.
 */
export function draftComments(
  said: readonly RawComment[],
  somebody: string,
): { comments: DraftComment[]; over: number } {
  const all = said.flatMap((comment): DraftComment[] => {
    const told = cut(oneLine(comment.name), NAME).trim();
    const imported = { name: shows(told) ? told : somebody, at: instantOf(comment.at) };
    return pieces(someLines(comment.text)).map((text) => ({ text, imported }));
  });
  const sorted = all
    .map((comment, place) => ({ comment, place }))
    .toSorted((a, b) => {
      const [one, other] = [a.comment.imported.at ?? "", b.comment.imported.at ?? ""];
      return one === other ? a.place - b.place : one < other ? -1 : 1;
    })
    .map(({ comment }) => comment);
  return {
    comments: sorted.slice(0, MOST_COMMENTS),
    over: Math.max(0, all.length - MOST_COMMENTS),
  };
}
