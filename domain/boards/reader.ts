import type { Comment } from "./comment.ts";
import type { BoardTag, Card, Column } from "./model.ts";

/** A record in an order: of cards within a column, or of columns on the board. */
export interface Ranked {
  id: string;
  rank: string;
}

/** Live records in an order, without the one that is being placed. */
export interface Lane {
  /** The record when it is live and in this lane. */
  find(id: string): Ranked | undefined;
  /** The first record with a rank above this one; of all when null. */
  next(rank: string | null): Ranked | undefined;
  /** The last record with a rank below this one; of all when null. */
  previous(rank: string | null): Ranked | undefined;
  /** All of them, by (rank, id). */
  all(): Ranked[];
}

/** What the past of the board tells; only the object knows it. */
export interface History {
  /** The client that wrote this version; undefined when the log no longer holds it. */
  clientAt(version: number): string | undefined;
  /** The person who wrote this version, as `clientAt`. */
  userAt(version: number): string | undefined;
  /** The description of a card as it was at this version; undefined when the log no longer tells. */
  descriptionAt(card: string, version: number): string | undefined;
  /** Comments of a card that came or changed after this version, and are there. */
  commentsSince(card: string, version: number): Comment[];
}

/** The board as the reducer reads it: in the object over SQLite, in the client over maps. */
export interface BoardReader {
  card(id: string): Card | undefined;
  column(id: string): Column | undefined;
  /** In a client, undefined also for comments that it was never told of. */
  comment(id: string): Comment | undefined;
  /** A tag that was given a colour. */
  tag(id: string): BoardTag | undefined;
  /** Ids of all cards that carry a tag; in a client, of those that it holds. */
  tagged(tag: string): string[];
  /** The live cards of a column, without `except`. */
  cardLane(columnId: string, except: string): Lane;
  /** The live columns, without `except`. */
  columnLane(except: string): Lane;
  /** The number of the next card; null where only the object may give one. */
  nextNumber(): number | null;
  history?: History;
}

/** Orders by rank, ties by id, as SQLite's BINARY collation does for these ASCII keys. */
export function byRank(a: Ranked, b: Ranked): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
