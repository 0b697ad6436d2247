import { type Inverse, versionOf } from "#domain/boards/changes.ts";
import type { Card } from "#domain/boards/model.ts";
import type { Op } from "#domain/boards/ops.ts";
import { WHOLE_CARD } from "#domain/boards/undo.ts";
import { isThere } from "#domain/boards/whole.ts";
import type { LiveBoard } from "#web/features/boards/sync/board-store.ts";

/** The versions of what people write on a card. */
export type Written = Record<string, number>;

/** What the server may bring after a card came, and what taking it back and forth writes itself. */
const OURS = new Set(["files", "cover", "deleted"]);

/** What was written on a card, and when. */
export function writtenOn(card: Card): Written {
  const names = new Set([...WHOLE_CARD, ...Object.keys(card.versions)]);
  const theirs = [...names].filter((name) => !OURS.has(name));
  return Object.fromEntries(theirs.map((name) => [name, versionOf(card, name)]));
}

/** Whether nobody wrote on a card since. */
const isAsItCame = (card: Card, came: Written) =>
  Object.entries(writtenOn(card)).every(([name, version]) => came[name] === version);

/** A card, what was made of it on another board, and what was written there when it had come whole. */
export interface Moved {
  card: string;
  copy: string;
  came: Written;
  /** What it was to other cards and notes here. */
  links: Card["links"];
}

/** Whether a step, taken back, takes a card that was moved off its board again. */
export function goesAway(inverse: readonly Inverse[], moved: readonly Moved[]): boolean {
  return inverse.some(
    ({ id, set }) => "archived" in set && set.archived && moved.some(({ card }) => card === id),
  );
}

/** Where a card that was moved is, seen from the board where it was. */
type Place = "here" | "away" | "gone";

/** What a page does not hold is off its board. */
export function placeOn(source: LiveBoard): (card: string) => Place {
  return (id) => {
    const card = source.card(id);
    if (!card || card.archived) return "away";
    return card.deleted ? "gone" : "here";
  };
}

/**
 * What brings the other board in line with this one: a card that is back here goes there, unless somebody wrote on it since
 * (`stays`), and one that is away again comes back there.
 */
export function levelOps(
  moved: readonly Moved[],
  target: LiveBoard,
  where: (card: string) => Place,
): { ops: Op[]; stays: number } {
  let stays = 0;
  const ops = moved.flatMap(({ card, copy, came }): Op[] => {
    const [place, there] = [where(card), target.card(copy)];
    if (place === "away") {
      return !there || there.deleted ? [{ kind: "card.restore", card: copy }] : [];
    }
    if (place === "gone" || !there || !isThere(there)) return [];
    if (isAsItCame(there, came)) return [{ kind: "card.delete", card: copy, only: came }];
    stays += 1;
    return [];
  });
  return { ops, stays };
}
