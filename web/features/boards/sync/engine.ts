import { boardMap } from "#domain/boards/board-map.ts";
import type { ClientMessage, Result, ServerMessage } from "#domain/boards/messages.ts";
import type { Op } from "#domain/boards/ops.ts";
import type { RejectReason, Verdict } from "#domain/boards/verdict.ts";
import { isThere, wholeCard, wholeColumn } from "#domain/boards/whole.ts";
import type { Keeper } from "./keeper.ts";
import type { Link, LinkHandlers, LinkStatus } from "./link.ts";
import { type Note, noteOf } from "./note.ts";
import { type Answered, createReplica, type Received, type Replica } from "./replica.ts";
import type { Way } from "./undo-stack.ts";

/** Pushes go out together once in this time. */
const PUSH_MS = 30;
/** An answer that takes longer was lost: the object is asked again. */
const ANSWER_MS = 10_000;
/** The confirmed board is kept once it came whole and was drawn, then now and then: it only spares the next visit a snapshot. */
const KEEP_BOARD_MS = { whole: 250, ops: 15_000 } as const;
const SEEN_MS = 1000;

/** What the engine tells its owner. */
export interface EngineEvents {
  /** These records may look different; null is all of them. */
  changed(ids: ReadonlySet<string> | null): void;
  /** The answers to all ops of one step. */
  stepDone(way: Way, answers: readonly Answered[]): void;
  /** What answers left for the person to settle. It is on the device already. */
  noted(notes: readonly Note[]): void;
  status(status: LinkStatus): void;
  /** Frames about people and rights. */
  message(message: ServerMessage): void;
  /** The device can't keep ops: they live in this tab only, until the object has them. */
  unkept(error: unknown): void;
}

export interface EngineDeps {
  userId: string;
  keeper: Keeper;
  open(handlers: LinkHandlers): Link;
  now(): number;
}

/** What is done to cards off the board, which no page needs to hold: there only the object can judge. */
const UNSEEN = new Set<Op["kind"]>(["card.restore", "card.unarchive", "card.delete"]);
const isGone = (verdict: Verdict) =>
  verdict.outcome === "rejected" && verdict.reason === "card_gone";

interface Step {
  way: Way;
  left: Set<number>;
  answers: Answered[];
  /** Called once all of it is answered and told. */
  waiting: (() => void)[];
}

/** Keeps a board in step with its object: on the device first, then shown, then sent, until it is answered. */
export async function startEngine(deps: EngineDeps, events: EngineEvents) {
  const { keeper } = deps;
  const [kept, board] = await Promise.all([keeper.claim(), keeper.board().catch(() => null)]);
  const held = board && boardMap();
  if (board && held) {
    held.version = board.version;
    // What an older page kept lacks what came since.
    for (const column of board.columns) held.columns.set(column.id, wholeColumn(column));
    for (const card of board.cards) held.cards.set(card.id, wholeCard(card));
    for (const tag of board.tags ?? []) held.tags.set(tag.id, tag);
  }
  const replica: Replica = createReplica(deps.userId, {
    ...kept,
    epoch: board?.epoch ?? null,
    board: held,
  });
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const steps = new Set<Step>();
  let tail: Promise<unknown> = Promise.resolve();
  let open = false;
  let renaming = false;
  let sentAt = 0;
  /** When a hello was said, or the last part of its answer came. */
  let heardAt = 0;

  /** Runs once after a while, however often it is asked for meanwhile. */
  function once(name: string, afterMs: number, work: () => void): void {
    if (timers.has(name)) return;
    const timer = setTimeout(() => {
      timers.delete(name);
      work();
    }, afterMs);
    timers.set(name, timer);
  }

  /** Work on the device, one after the other. A device that refuses doesn't stop the board. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = tail.then(work);
    tail = turn.catch(() => undefined);
    return turn;
  }

  const safely = (work: Promise<unknown>) => work.catch((error: unknown) => events.unkept(error));
  const say = (message: ClientMessage) => socket.send(JSON.stringify(message));

  function hello(): void {
    open = false;
    heardAt = deps.now();
    if (say(replica.hello())) once("hello", ANSWER_MS, askAgain);
  }

  /** A board that stops in the middle of coming is asked for again; one that is still coming is waited for. */
  function askAgain(): void {
    if (replica.greeted()) return;
    if (deps.now() - heardAt >= ANSWER_MS) hello();
    else once("hello", ANSWER_MS, askAgain);
  }

  function flush(): void {
    if (!open) return;
    for (let push = replica.nextPush(); push; push = replica.nextPush()) {
      say(push);
      sentAt = deps.now();
    }
    if (replica.waiting().length > 0) {
      once("answer", ANSWER_MS, () => {
        if (open && replica.waiting().length > 0 && deps.now() - sentAt >= ANSWER_MS) hello();
        else if (open) flush();
      });
    }
  }

  const send = () => once("push", PUSH_MS, flush);

  function keepBoard(): void {
    const [epoch, confirmed] = [replica.epoch(), replica.confirmed()];
    if (epoch === null || !replica.ready()) return;
    const cards = [...confirmed.cards.values()].filter(isThere);
    const { version } = confirmed;
    const columns = [...confirmed.columns.values()];
    const tags = [...confirmed.tags.values()];
    void safely(inTurn(() => keeper.keepBoard({ epoch, version, columns, cards, tags })));
  }

  function settle({ answered, notes: lost }: Received): void {
    if (answered.length === 0 && lost.length === 0) return;
    const { client, acked } = { client: replica.client(), acked: replica.acked() };
    const seqs = answered.map(({ pending }) => pending.seq);
    const notes = [...lost, ...answered.flatMap((one) => noteOf(client, one) ?? [])];
    void safely(inTurn(() => keeper.drop(client, seqs, acked, notes)));
    if (notes.length > 0) events.noted(notes);
    for (const one of answered) {
      const step = [...steps].find(({ left }) => left.has(one.pending.seq));
      // Ops of an earlier visit belong to no step that could be taken back; a refusal is told all the same.
      if (!step) {
        events.stepDone({ kind: "do" }, one.result.outcome === "rejected" ? [one] : []);
        continue;
      }
      step.left.delete(one.pending.seq);
      step.answers.push(one);
      if (step.left.size > 0) continue;
      steps.delete(step);
      events.stepDone(step.way, step.answers);
      for (const go of step.waiting) go();
    }
    if (replica.waiting().length === 0) void adoptOrphan();
  }

  /** Takes up what a tab left that crashed or was closed before it had its answers. */
  async function adoptOrphan(): Promise<void> {
    await safely(
      inTurn(async () => {
        if (replica.waiting().length > 0) return;
        const orphan = await keeper.claimOrphan();
        if (!orphan) return;
        replica.rename(orphan);
        events.changed(null);
        hello();
      }),
    );
  }

  /** The name can't go on: what waits goes out anew under a fresh one. Ids make repeated creations harmless. */
  function rename(): void {
    open = false;
    if (renaming) return;
    renaming = true;
    void safely(
      inTurn(async () => {
        const old = replica.waiting();
        const fresh = await keeper.rename(replica.client(), old);
        const seqs = new Map(old.map((item, i) => [item.seq, fresh.pending[i]?.seq ?? 0]));
        for (const step of steps)
          step.left = new Set([...step.left].map((seq) => seqs.get(seq) ?? 0));
        replica.rename(fresh);
        events.changed(null);
        hello();
      }).finally(() => (renaming = false)),
    );
  }

  function receive(message: ServerMessage): void {
    const before = replica.confirmed().version;
    const out: Received = replica.receive(message);
    if (out.foreign) return;
    if (message.kind === "welcome" && !out.rename) open = true;
    // What others do meanwhile is no answer to a hello: only a board that has begun to come is still coming.
    const coming = message.kind === "chunk" || message.kind === "ops";
    if (message.kind === "welcome" || (open && coming)) heardAt = deps.now();
    events.message(message);
    events.changed(out.touched);
    settle(out);
    if (out.rename) rename();
    else if (out.resync && !renaming) hello();
    else if (message.kind === "slow") {
      open = false;
      once("slow", message.retryMs, hello);
    } else if (open) send();
    if (replica.confirmed().version === before && out.touched) return;
    once("board", KEEP_BOARD_MS[out.touched ? "ops" : "whole"], keepBoard);
    once("seen", SEEN_MS, () => say({ kind: "seen", version: replica.confirmed().version }));
  }

  const socket = deps.open({
    onOpen: hello,
    onMessage: (data) => receive(JSON.parse(data) as ServerMessage),
    onStatus(status) {
      if (status !== "open") open = false;
      events.status(status);
    },
  });
  events.changed(null);

  return {
    replica,
    /**
     * Does ops as one step: kept on the device, shown, sent. Ops that change nothing are left out; one that
     * can't be is told and stops the step before anything happened.
     */
    act(ops: readonly Op[], way: Way = { kind: "do" }): Promise<RejectReason | null> {
      return inTurn(async () => {
        const at = new Date(deps.now()).toISOString();
        const wanted: Op[] = [];
        for (const op of ops) {
          const verdict = replica.judge(op, at);
          const beyond = UNSEEN.has(op.kind) && isGone(verdict);
          if (verdict.outcome === "rejected" && ops.length === 1 && !beyond) return verdict.reason;
          if (verdict.outcome !== "noop" || ops.length > 1) wanted.push(op);
        }
        if (wanted.length === 0) return null;
        const pending = replica.number(wanted, at);
        await safely(keeper.put(replica.client(), pending));
        steps.add({ way, left: new Set(pending.map(({ seq }) => seq)), answers: [], waiting: [] });
        events.changed(replica.add(pending));
        send();
        return null;
      });
    },
    /**
     * Takes back the last step while it never left this device: nobody else can have seen it. Undo takes back what was
     * done and what was done again, redo what was undone.
     * @returns how the step had come about; "none" when all is answered, "sent" when the last step has to be waited for.
     */
    withdraw(kind: "undo" | "redo"): Promise<"none" | "sent" | Way> {
      return inTurn(async () => {
        const last = [...steps].at(-1);
        if (!last) return "none";
        const seqs = [...last.left];
        const meant = (last.way.kind === "undo") === (kind === "redo");
        if (!meant || last.answers.length > 0 || !replica.withdraw(seqs)) return "sent";
        steps.delete(last);
        events.changed(null);
        await safely(keeper.drop(replica.client(), seqs, replica.acked()));
        return last.way;
      });
    },
    /** Whether a step of this visit still waits for answers. */
    doing: () => steps.size > 0,
    /** Resolves when the last step, if there is one on its way, is answered. */
    answered(): Promise<void> {
      const last = [...steps].at(-1);
      return last ? new Promise((resolve) => last.waiting.push(resolve)) : Promise.resolve();
    },
    say,
    /** Resolves when the device has everything so far. */
    idle: () => tail,
    close(): void {
      for (const timer of timers.values()) clearTimeout(timer);
      socket.close();
      keeper.release();
    },
  };
}

export type Engine = Awaited<ReturnType<typeof startEngine>>;

/** Answers of a step without their ops. */
export function resultsOf(answers: readonly Answered[]): Result[] {
  return answers.map(({ result }) => result);
}
