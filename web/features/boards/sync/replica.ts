import {
  allCards,
  allColumns,
  applyChanges,
  boardMap,
  type BoardMap,
  mapReader,
} from "#domain/boards/board-map.ts";
import { type Comment, commentVersion } from "#domain/boards/comment.ts";
import { decide } from "#domain/boards/decide.ts";
import { fold, type Pending } from "#domain/boards/fold.ts";
import type { ClientMessage, LoggedOp, Result, ServerMessage } from "#domain/boards/messages.ts";
import type { Op } from "#domain/boards/ops.ts";
import { PROTOCOL } from "#domain/boards/protocol.ts";
import type { Verdict } from "#domain/boards/verdict.ts";
import { type Note, replacedNotes } from "./note.ts";
import { createQueue } from "./queue.ts";

/** What a tab knows when it begins: read from the device, or nothing. */
export interface ReplicaStart {
  client: string;
  nextSeq: number;
  acked: number;
  epoch: string | null;
  /** The confirmed board as it was last kept; null when it has to be fetched whole. */
  board: BoardMap | null;
  pending: readonly Pending[];
}

/** An op with the object's answer. */
export interface Answered {
  pending: Pending;
  result: Result;
}

/** What a message led to. `resync`: say hello again. `rename`: this client's name can't go on being used. */
export interface Received {
  /** Ids of records whose confirmed state changed; null when all of them may have. */
  touched: ReadonlySet<string> | null;
  answered: Answered[];
  /** Of values of this person that others replaced without having seen them. */
  notes: Note[];
  resync: boolean;
  rename: boolean;
  /** It was for a name that this client no longer has. */
  foreign: boolean;
}

type Frame<K extends ServerMessage["kind"]> = Extract<ServerMessage, { kind: K }>;

/**
 * A client's copy of a board: what the object confirmed, and the person's own ops on top. It neither waits nor
 * sends: the engine feeds it and carries out what it asks for.
 */
export function createReplica(userId: string, start: ReplicaStart) {
  const queue = createQueue();
  let { client, nextSeq, acked, epoch } = start;
  /** The highest seq that this name can have sent: what was kept may have been, what is new was not until it was. */
  let given = nextSeq - 1;
  let confirmed = start.board ?? boardMap();
  let held = start.board !== null;
  /** The welcome that is being followed up, until the board has come to its version. */
  let arriving: Frame<"welcome"> | null = null;
  /** The snapshot that is coming in, and how many of its parts are here. */
  let incoming: { board: BoardMap; parts: number } | null = null;
  let resyncing = false;
  let view = boardMap(confirmed);
  queue.add(start.pending, true);
  refold();

  function refold(): void {
    view = fold(confirmed, queue.unsettled(confirmed.version), { userId, client });
  }

  /** Ids in the layer of pending ops: what changes when they are folded anew. */
  const layered = () => [...view.cards.keys(), ...view.columns.keys()];

  function judge(op: Op, at: string): Verdict {
    return decide(mapReader(view), op, { userId, client, base: confirmed.version, at });
  }

  function arrived(): void {
    if (!arriving || confirmed.version < arriving.version) return;
    queue.settle(arriving.lastSeq, arriving.version);
    arriving = null;
  }

  /** Applies ops that follow on the board. False when some are missing before them. */
  function follow(ops: readonly LoggedOp[], touched: Set<string>, notes: Note[]): boolean {
    for (const op of ops) {
      if (op.version <= confirmed.version) continue;
      if (op.version > confirmed.version + 1) return false;
      notes.push(...replacedNotes(op, userId, confirmed));
      applyChanges(confirmed, op.changes, op);
      for (const change of op.changes) touched.add(change.id);
    }
    return true;
  }

  function welcome(frame: Frame<"welcome">): boolean {
    resyncing = false;
    const restored = epoch !== null && epoch !== frame.epoch;
    if (restored || frame.lastSeq < acked) {
      // The object knows less of us than we were told: a backup was restored.
      epoch = frame.epoch;
      held = false;
      return false;
    }
    // It knows more: this device lost what it had kept. Under this name, new ops would count as old ones.
    if (frame.lastSeq > given) return false;
    epoch = frame.epoch;
    arriving = frame;
    incoming = null;
    if (frame.mode === "snapshot") {
      incoming = { board: boardMap(), parts: 0 };
      incoming.board.version = frame.version;
    }
    queue.resend();
    arrived();
    return true;
  }

  /** Takes a part of the snapshot that was announced: parts of another one, or out of turn, are no use. */
  function chunk(frame: Frame<"chunk">): "part" | "whole" | "lost" {
    if (incoming?.board.version !== frame.version || incoming.parts !== frame.part) {
      incoming = null;
      return "lost";
    }
    const { board } = incoming;
    for (const column of frame.columns) board.columns.set(column.id, column);
    for (const card of frame.cards) board.cards.set(card.id, card);
    for (const tag of frame.tags ?? []) board.tags.set(tag.id, tag);
    incoming.parts += 1;
    if (!frame.last) return "part";
    confirmed = board;
    incoming = null;
    held = true;
    arrived();
    return "whole";
  }

  function acknowledge(results: readonly Result[], touched: Set<string>): Answered[] {
    const answered: Answered[] = [];
    for (const result of results) {
      const pending = queue.answer(result);
      if (!pending) continue;
      answered.push({ pending, result });
      if (result.outcome !== "applied" && result.outcome !== "rebased") continue;
      if (result.version !== confirmed.version + 1 || !held) continue;
      applyChanges(confirmed, result.changes, result);
      for (const change of result.changes) touched.add(change.id);
    }
    // All up to here have arrived. One before them that got lost is still to be told, so it must be kept.
    const upTo = (queue.waiting()[0]?.seq ?? Infinity) - 1;
    const last = answered.at(-1)?.pending.seq ?? 0;
    acked = Math.max(acked, Math.min(last, upTo));
    return answered;
  }

  /** Whether the view changed, beside what the layer of pending ops says. */
  function take(message: ServerMessage, touched: Set<string>, out: Received): void {
    // An answer to a name of before: its numbers stand for other ops now.
    out.foreign = "client" in message && message.client !== client;
    if (out.foreign) return;
    switch (message.kind) {
      case "welcome":
        out.rename = !welcome(message);
        break;
      case "chunk":
        {
          const came = chunk(message);
          if (came === "whole") out.touched = null;
          out.resync = came === "lost" && !resyncing;
        }
        break;
      case "ops": {
        if (!held) break;
        for (const op of message.ops) if (op.client === client) queue.settle(op.seq, op.version);
        out.resync = !follow(message.ops, touched, out.notes) && !resyncing;
        arrived();
        break;
      }
      case "ack":
        out.answered = acknowledge(message.results, touched);
        break;
      case "gap":
        // A push was lost: all goes out again, unless what is asked for is no longer here.
        queue.resend();
        out.rename = queue.waiting().every(({ seq }) => seq !== message.expected);
        break;
      case "slow":
        queue.resend();
        break;
      case "head":
        out.resync = message.version > confirmed.version && !resyncing;
        break;
      case "refused":
        out.rename = message.code === "client_taken";
        break;
      case "presence":
      case "left":
      case "rights":
        break;
    }
  }

  return {
    client: () => client,
    epoch: () => epoch,
    acked: () => acked,
    nextSeq: () => nextSeq,
    /** True once a whole board is here, from the device or from the object. */
    ready: () => held,
    confirmed: () => confirmed,
    view: () => view,
    waiting: () => queue.waiting(),
    /** True when nothing that a hello asked for is still to come. */
    greeted: () => !resyncing && arriving === null,
    /** What the view folds over the confirmed board. */
    unsettled: () => queue.unsettled(confirmed.version),
    /** Whether an op would be refused or change nothing as things are. */
    judge,
    /** Numbers ops, so that they can be kept before they are shown. */
    number: (ops: readonly Op[], at: string): Pending[] =>
      ops.map((op, i) => ({ seq: nextSeq + i, base: confirmed.version, op, at })),
    /** Shows ops that were kept. Returns the ids that they touch. */
    add(pending: readonly Pending[]): Set<string> {
      const touched = new Set<string>();
      for (const item of pending) {
        const verdict = judge(item.op, item.at);
        queue.add([item]);
        nextSeq = item.seq + 1;
        if (verdict.outcome !== "applied" && verdict.outcome !== "rebased") continue;
        applyChanges(view, verdict.changes, { version: view.version + 1, at: item.at });
        for (const change of verdict.changes) touched.add(change.id);
      }
      return touched;
    },
    hello(): ClientMessage {
      resyncing = true;
      const since = held ? confirmed.version : null;
      return { kind: "hello", protocol: PROTOCOL, client, epoch, since };
    },
    /** Takes back ops that never left the device. */
    withdraw(seqs: readonly number[]): boolean {
      if (!queue.withdraw(seqs)) return false;
      nextSeq = seqs[0] ?? nextSeq;
      refold();
      return true;
    },
    nextPush() {
      const push = queue.nextPush(acked);
      given = Math.max(given, push?.ops.at(-1)?.seq ?? 0);
      return push;
    },
    /** Takes in comments as the object told them beside the board: what is known already and newer stays. */
    hold(comments: readonly Comment[]): Set<string> {
      for (const comment of comments) {
        const known = confirmed.comments.get(comment.id);
        if (known && commentVersion(known) >= commentVersion(comment)) continue;
        confirmed.comments.set(comment.id, comment);
      }
      refold();
      return new Set(comments.map(({ id }) => id));
    },
    resend: () => queue.resend(),
    /** Takes up another client name with what it has waiting: a fresh one, or one that a closed tab left. */
    rename(next: Pick<ReplicaStart, "client" | "nextSeq" | "acked" | "pending">): void {
      ({ client, nextSeq, acked } = next);
      given = nextSeq - 1;
      arriving = null;
      queue.clear();
      queue.add(next.pending, true);
      refold();
    },
    receive(message: ServerMessage): Received {
      const touched = new Set<string>(layered());
      const out: Received = {
        touched,
        answered: [],
        notes: [],
        resync: false,
        rename: false,
        foreign: false,
      };
      take(message, touched, out);
      queue.tidy(confirmed.version);
      refold();
      for (const id of layered()) touched.add(id);
      return out;
    },
    /** Every id of the view. */
    ids: () => [...allColumns(view), ...allCards(view)].map((record) => record.id),
  };
}

export type Replica = ReturnType<typeof createReplica>;
