import type { BoardBackup } from "#domain/boards/backups-api.ts";
import type { Origin } from "#domain/audit/model.ts";
import type { BoardLine } from "#domain/exports/board-lines.ts";
import type { Comment } from "#domain/boards/comment.ts";
import type { BoardTag, Card, Column } from "#domain/boards/model.ts";
import type { Result, Rights } from "#domain/boards/messages.ts";
import type { TaskIntent } from "#domain/boards/task-ops.ts";
import type { RejectReason } from "#domain/boards/verdict.ts";
import type { RoomRpc } from "#worker/platform/live/rpc.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";

/** A column that a board starts with. Its id is the caller's, so that a repeated founding changes nothing. */
export interface FirstColumn {
  id: string;
  name: string;
  category: Column["category"];
}

/**
 * Ops from outside a socket. `client` names the request, so that a repeated request gets the same answers;
 * `fingerprint` says what it asked.
 */
export interface OutsidePush {
  client: string;
  fingerprint: string;
  userId: string;
  origin: Origin;
  rights: Rights;
  ops: { seq: number; base: number; op: unknown }[];
  /** The ops say what cards bring along from other boards: `BringCard`. */
  carries?: boolean;
}

/** One thing that a request asks of one card. `since`: a later value of a register that it writes is a conflict. */
export interface OutsideTask extends Omit<OutsidePush, "ops"> {
  card: string;
  since: number | null;
  intent: TaskIntent;
}

/** A card as it now is, in its column. `changed`: the version that last touched it. */
export interface ShownCard {
  card: Card;
  column: Column;
  changed: number;
}

export type TaskOutcome =
  | ({ kind: "done" | "conflict" } & ShownCard)
  | { kind: "gone" }
  | { kind: "no_column" }
  | { kind: "reused" }
  | { kind: "rejected"; reasons: RejectReason[] };

/** What an archive says of a board itself: the first of its lines. */
export type BoardHead = Extract<BoardLine, { kind: "board" }>;

/** The board as it now is. */
export interface BoardSnapshot {
  version: number;
  columns: Column[];
  cards: Card[];
}

/** After which record of which table a page begins. */
export interface PagePlace {
  table: "cards" | "comments";
  id: string;
}

/** Some of a board's records, archived and deleted ones too; `next` is null with the last page. */
export interface BoardPage {
  version: number;
  columns: Column[];
  tags: BoardTag[];
  cards: Card[];
  comments: Comment[];
  next: PagePlace | null;
}

/** What is asked of a board's backups. What a `request` asks is done once; by night, not unless something happened. */
export type BackupAsk =
  | { kind: "list" }
  | { kind: "night" }
  | { kind: "make"; request: string }
  | { kind: "return"; backup: string; request: string };

/** A board's object, as verbs call it. Each call names the organization; another one is refused. */
export interface BoardRpc extends RoomRpc {
  found(
    tenant: TenantRef,
    board: string,
    by: { userId: string; origin: Origin },
    columns: FirstColumn[],
  ): Promise<void>;
  /** Null when the board was never founded. Deleted cards and columns are left out. */
  snapshot(tenant: TenantRef): Promise<BoardSnapshot | null>;
  /** The live comments of a card, oldest first. */
  comments(tenant: TenantRef, card: string): Promise<{ version: number; comments: Comment[] }>;
  /** A card, archived or not; null for one that is not there. */
  card(tenant: TenantRef, id: string): Promise<Card | null>;
  /** Ids of all files that cards name, deleted and archived ones too; null when the board was never founded. */
  heldFiles(tenant: TenantRef): Promise<string[] | null>;
  /**
   * Applies ops and brings them into D1. `projected` is false when D1 lags: nothing is lost by that. Null, and nothing
   * is applied, when the client's name came with another fingerprint before.
   */
  pushOutside(
    tenant: TenantRef,
    push: OutsidePush,
  ): Promise<{ results: Result[]; version: number; projected: boolean } | null>;
  /** Does what is asked of one card, whole or not at all, and brings it into D1, as `pushOutside`. */
  changeTask(
    tenant: TenantRef,
    task: OutsideTask,
  ): Promise<{ outcome: TaskOutcome; projected: boolean }>;
  /** A page of the board's records; null when it was never founded. */
  page(tenant: TenantRef, after: PagePlace | null): Promise<BoardPage | null>;
  /** Copies the whole board as it now is, for `readExportCopy`; null when it was never founded. */
  copyForExport(tenant: TenantRef): Promise<{ version: number; rows: number } | null>;
  /** Lines of the copy after a number, about so many bytes of them. */
  readExportCopy(
    tenant: TenantRef,
    after: number,
    bytes: number,
  ): Promise<{ text: string; rows: number; last: number }>;
  dropExportCopy(tenant: TenantRef): Promise<void>;
  /** Takes lines of an archive (JSON of `BoardLine[]`) into an object without a board. The same lines may come again. */
  importLines(tenant: TenantRef, lines: string): Promise<void>;
  /** Founds the board that was taken in. `projected`: the version up to which D1 has it. May be repeated. */
  openImported(tenant: TenantRef, head: BoardHead, projected: number): Promise<void>;
  /** Holds D1 against the board and writes anew what differs. Answers how many rows did. Throws while D1 is away. */
  reconcile(tenant: TenantRef): Promise<number>;
  /**
   * Lists, latest first; keeps the board as it is; or puts it back, and answers how it was until then and the one that it went
   * back to, none without such a backup.
   */
  backups(tenant: TenantRef, ask: BackupAsk): Promise<BoardBackup[]>;
  /** Makes the board read-only, or writable again. */
  setArchived(tenant: TenantRef, archived: boolean): Promise<void>;
}
