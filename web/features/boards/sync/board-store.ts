import {
  allCards,
  allColumns,
  allComments,
  boardMap,
  cardOf,
  columnOf,
  tagOf,
} from "#domain/boards/board-map.ts";
import { bySaid, type Comment } from "#domain/boards/comment.ts";
import type { LoggedOp, Peer, Presence, Rights, ServerMessage } from "#domain/boards/messages.ts";
import type { Card } from "#domain/boards/model.ts";
import type { Op } from "#domain/boards/ops.ts";
import { undoOps } from "#domain/boards/undo.ts";
import type { Overwritten, RejectReason } from "#domain/boards/verdict.ts";
import { isThere } from "#domain/boards/whole.ts";
import { createSignal } from "solid-js";
import { createStore } from "solid-js/store";
import { isOnline } from "#web/lib/online.ts";
import { type Engine, type EngineDeps, resultsOf, startEngine } from "./engine.ts";
import { giveBackOps } from "./give-back.ts";
import { createLanes } from "./lanes.ts";
import type { LinkStatus } from "./link.ts";
import { refusalNote } from "./note.ts";
import { createNotes } from "./notes.ts";
import { createPresence } from "./presence.ts";
import { createRecords } from "./records.ts";
import type { Answered } from "./replica.ts";
import { createUndoStack, type Follow, followOf, guardOf, type Way } from "./undo-stack.ts";

/** A change that the board refused, with what was meant, so that nothing typed is lost. */
export interface Refusal {
  id: number;
  op: Op;
  reason: RejectReason;
}

/** Where the board stands with its object. */
export interface BoardLink {
  status: LinkStatus;
  /** True once there is a board to show, from the device or from the object. */
  ready: boolean;
  /** Changes that wait for the object. */
  waiting: number;
  /** False when the device refused to keep changes. */
  kept: boolean;
  /** The page is too old for the object. */
  reload: boolean;
}

const NOBODY: readonly Peer[] = [];

/** What is seen before there is a board. Never written to. */
const NOTHING = boardMap();

/** A live board as Solid state: reads are fine-grained, changes are shown before they are sent. */
export async function openBoard(deps: EngineDeps) {
  const started: { engine: Engine | null } = { engine: null };
  const view = () => started.engine?.replica.view() ?? NOTHING;
  const cards = createRecords((id) => cardOf(view(), id));
  const columns = createRecords((id) => columnOf(view(), id));
  const tags = createRecords((id) => tagOf(view(), id));
  const lanes = createLanes();
  const [rights, setRights] = createSignal<Rights>({ write: true, manage: true });
  const [link, setLink] = createStore<BoardLink>({
    status: "connecting",
    ready: false,
    waiting: 0,
    kept: deps.keeper.durable,
    reload: false,
  });
  const [refusals, setRefusals] = createSignal<readonly Refusal[]>([]);
  const notes = createNotes({ ...deps, cardOf: (id) => cardOf(view(), id) });
  const [undoable, setUndoable] = createSignal(
    { undo: false, redo: false },
    { equals: (a, b) => a.undo === b.undo && a.redo === b.redo },
  );
  const [talked, setTalked] = createSignal(0);
  const [returned, setReturned] = createSignal(false);
  const [arrivals, setArrivals] = createSignal(0);
  const stack = createUndoStack();
  const listeners = new Set<(ops: readonly LoggedOp[]) => void>();
  let refused = 0;
  let epoch: string | null = null;
  let stepping: Promise<unknown> = Promise.resolve();

  const presence = createPresence((own) => started.engine?.say(own) ?? false);

  function show(id: string): void {
    const card = cardOf(view(), id);
    const column = card ? undefined : columnOf(view(), id);
    if (card) lanes.place(isThere(card) ? card.columnId : null, card);
    else if (column) lanes.placeColumn(column);
    else lanes.remove(id);
    cards.changed(id);
    columns.changed(id);
    tags.changed(id);
  }

  function showAll(): void {
    cards.allChanged();
    columns.allChanged();
    tags.allChanged();
    lanes.reset([...allColumns(view())], [...allCards(view())]);
  }

  /** A step that still waits can be taken back as well: it is withdrawn. */
  function tellUndoable(): void {
    const undo = stack.canUndo() || (started.engine?.doing() ?? false);
    setUndoable({ undo, redo: stack.canRedo() });
  }

  function changed(ids: ReadonlySet<string> | null): void {
    if (ids) for (const id of ids) show(id);
    else {
      showAll();
      setArrivals((count) => count + 1);
    }
    if (!ids || [...ids].some((id) => id.startsWith("cmt_"))) setTalked((count) => count + 1);
    lanes.publish();
    const { engine } = started;
    setLink({
      ready: engine?.replica.ready() ?? false,
      waiting: engine?.replica.waiting().length ?? 0,
    });
    tellUndoable();
  }

  function refuse(op: Op, reason: RejectReason): void {
    refused += 1;
    const id = refused;
    setRefusals((list) => [...list, { id, op, reason }]);
  }

  function stepDone(way: Way, answers: readonly Answered[]): void {
    for (const { pending, result } of answers) {
      if (result.outcome === "rejected") refuse(pending.op, result.reason);
    }
    stack.done(way, resultsOf(answers));
    tellUndoable();
  }

  function welcomed(frame: Extract<ServerMessage, { kind: "welcome" }>): void {
    presence.welcome(frame.peer);
    if (epoch !== null && epoch !== frame.epoch) {
      stack.forget();
      setReturned(true);
      tellUndoable();
    }
    epoch = frame.epoch;
  }

  function message(frame: ServerMessage): void {
    if (frame.kind === "welcome" || frame.kind === "rights") setRights(frame.rights);
    if (frame.kind === "welcome") welcomed(frame);
    if (frame.kind === "refused" && frame.code === "protocol") setLink("reload", true);
    presence.receive(frame);
    if (frame.kind !== "ops") return;
    notes.heard(frame.ops);
    for (const listener of listeners) listener(frame.ops);
  }

  const starting = startEngine(deps, {
    changed,
    stepDone,
    message,
    noted: notes.noted,
    status: (status) => setLink("status", status),
    unkept: () => setLink("kept", false),
  });
  [started.engine] = await Promise.all([starting, notes.read()]);
  changed(null);

  /** One after the other: three quick strokes take three steps back, also while the first is on its way. */
  async function step(kind: "undo" | "redo"): Promise<boolean> {
    const turn = stepping.then(() => takeStep(kind));
    stepping = turn.catch(() => undefined);
    const taken = await turn;
    if (taken) await followOf(taken)?.after();
    return taken !== null;
  }

  /** Answers how the step that was taken had come about; null when there was none, or it could not be taken. */
  async function takeStep(kind: "undo" | "redo"): Promise<Way | null> {
    const { engine } = started;
    if (!engine) return null;
    const local = await engine.withdraw(kind);
    if (typeof local === "object") {
      stack.putBack(local);
      tellUndoable();
      return local;
    }
    // What is on its way can be taken back once it is answered; without a connection nobody knows when that is.
    if (local === "sent") {
      if (link.status !== "open") return null;
      await engine.answered();
    }
    const taken = stack.take(kind);
    tellUndoable();
    if (!taken) return null;
    const way = { kind, step: taken };
    if (taken.follow && !(await taken.follow.before(taken))) {
      stack.putBack(way);
      tellUndoable();
      return null;
    }
    const ops = undoOps(taken.inverse, (id, register) => guardOf(taken, id, register), view());
    const reason = await engine.act(ops, way);
    return reason === null ? way : null;
  }

  const act = (...ops: Op[]) => actFollowed(undefined, ...ops);

  async function actFollowed(
    follow: Follow | undefined,
    ...ops: Op[]
  ): Promise<RejectReason | null> {
    const reason = (await started.engine?.act(ops, { kind: "do", follow })) ?? null;
    const [first] = ops;
    if (!reason) notes.decided(ops);
    if (!reason || !first) return reason;
    refuse(first, reason);
    const at = new Date(deps.now()).toISOString();
    const note = refusalNote(`here:${crypto.randomUUID()}`, at, first, reason);
    if (note) await notes.keep(note);
    return reason;
  }

  return {
    /** Live columns in order. */
    columns: () =>
      lanes
        .columns()
        .map((id) => columns.of(id))
        .filter((column) => !!column),
    /** Columns of the archive, with their cards still in them. */
    archivedColumns() {
      // A column that comes or goes changes the order of the others.
      lanes.columns();
      return [...allColumns(view())].filter(({ archived, deleted }) => archived && !deleted);
    },
    /** The colour that a tag was given on this board. */
    tagColor: (tag: string) => tags.of(tag)?.color ?? null,
    /** Ids of a column's live cards in order. */
    cardIds: lanes.cards,
    card: (id: string): Card | undefined => cards.of(id),
    /** Comments of a card that this page knows, oldest first: those that were held, and what changed since. */
    comments(card: string): readonly Comment[] {
      talked();
      return [...allComments(view())]
        .filter(({ cardId, deleted }) => cardId === card && !deleted)
        .toSorted(bySaid);
    },
    /** Takes in comments that were read beside the board. */
    hold(comments: readonly Comment[]): void {
      const ids = started.engine?.replica.hold(comments);
      if (ids) changed(ids);
    },
    /** Counts how often the board came whole: what is no part of it has to be read anew. */
    arrivals,
    link,
    rights,
    /** Changes that were refused, oldest first, each until it is dismissed. */
    refusals,
    dismiss: (id: number) => setRefusals((list) => list.filter((one) => one.id !== id)),
    /** What this person has to settle, oldest first: kept on the device until `settle`. */
    notes: notes.notes,
    settle: notes.settle,
    keepNote: notes.keep,
    keepConflict: notes.keepConflict,
    wroteAt: notes.wroteAt,
    /** Gives somebody's replaced value back, as a step of this person's own. */
    giveBack: (value: Overwritten) => act(...giveBackOps(view(), value)),
    undoable,
    /** Whether a backup took the board's place during this visit. */
    returned,
    /** Calls back with what others did, as it arrives; returns the way to stop. */
    onOps(listener: (ops: readonly LoggedOp[]) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Who else is on the board; nobody knows while there is no connection. */
    peers: (): readonly Peer[] =>
      link.status === "open" && isOnline() ? presence.others() : NOBODY,
    /** Tells the others where this person is; null when nowhere in particular. */
    setPresence: (state: Presence | null) => presence.set(state),
    /** Does ops as one step that can be taken back as one. A refusal is told in `refusals` as well. */
    act,
    /** As `act`; `follow` goes along each time that the step is taken back or done again, while the board is open. */
    actFollowed,
    undo: () => step("undo"),
    redo: () => step("redo"),
    close: () => {
      presence.close();
      started.engine?.close();
    },
  };
}

export type LiveBoard = Awaited<ReturnType<typeof openBoard>>;
