import type { Result, ServerMessage } from "#domain/boards/messages.ts";
import type { Op } from "#domain/boards/ops.ts";
import { PROTOCOL } from "#domain/boards/protocol.ts";
import { undoOps } from "#domain/boards/undo.ts";
import type { RejectReason } from "#domain/boards/verdict.ts";
import { type Engine, resultsOf, startEngine } from "#web/features/boards/sync/engine.ts";
import type { Link, LinkHandlers } from "#web/features/boards/sync/link.ts";
import { memoryKeeper, type Shelf } from "#web/features/boards/sync/memory-keeper.ts";
import { createUndoStack, guardOf, type Way } from "#web/features/boards/sync/undo-stack.ts";
import type { BoardObject } from "./board-object.ts";
import type { Wire } from "./wire.ts";

/** What the world hears of a device. */
export interface DeviceEvents {
  /** The object's answers as they arrived under a client name, on a connection that was opened in that epoch. */
  acked(client: string, results: readonly Result[], epoch: string): void;
  /** An op came to nothing and its author was told. */
  refused(op: Op, reason: RejectReason): void;
}

/** A person's tab open on the board. Tabs of one device share a shelf. */
export interface Device {
  userId: string;
  shelf: Shelf;
  engine(): Engine;
  wire(): Wire | null;
  /** The page's code is older than the object's: it is refused until it is loaded anew. */
  outdated: boolean;
  act(op: Op): Promise<boolean>;
  /** Takes a step back or forward; answers the ops that were taken out of the queue before they were ever sent. */
  step(way: "undo" | "redo"): Promise<Op[]>;
  online(): Promise<void>;
  /** The network is lost: the object notices (`told`), or goes on sending into the void. */
  offline(told?: boolean): void;
  /** Hands the page one frame. */
  read(): void;
  /** The tab dies without a word. What it had kept waits for it, or for another tab of the device. */
  crash(): Promise<void>;
  /** The page is loaded anew, unless it is there. */
  open(): Promise<void>;
  dead(): boolean;
  /** Whether an op, `client:seq`, was done in this life of the tab, and the object has told what it knows of the name. */
  fresh(key: string): boolean;
}

export async function openDevice(
  object: BoardObject,
  userId: string,
  shelf: Shelf,
  told: DeviceEvents,
): Promise<Device> {
  let handlers: LinkHandlers | null = null;
  let wire: Wire | null = null;
  let engine: Engine;
  let stack = createUndoStack();
  let dead = false;
  /** Names of which the object has told this life of the tab what it knows. A tab takes up names that others left. */
  const welcomed = new Set<string>();
  const fresh = new Set<string>();

  function send(given: LinkHandlers, data: string): boolean {
    if (!wire?.held || handlers !== given) return false;
    wire.up.push(device.outdated ? data.replace(`"protocol":${PROTOCOL}`, '"protocol":1') : data);
    return true;
  }

  function link(given: LinkHandlers): Link {
    handlers = given;
    return { send: (data) => send(given, data), close: () => undefined };
  }

  function message(frame: ServerMessage): void {
    const { client } = engine.replica;
    if (frame.kind === "welcome" && frame.client === client()) welcomed.add(client());
    if (frame.kind === "ack" && frame.client === client())
      told.acked(client(), frame.results, wire?.epoch ?? "");
  }

  async function start(): Promise<Engine> {
    stack = createUndoStack();
    const own = stack;
    return startEngine(
      { userId, keeper: memoryKeeper(shelf), now: Date.now, open: link },
      {
        changed: () => undefined,
        stepDone(way, answers) {
          for (const { pending, result } of answers) {
            if (result.outcome === "rejected") told.refused(pending.op, result.reason);
          }
          own.done(way, resultsOf(answers));
        },
        noted: () => undefined,
        message,
        status: () => undefined,
        unkept: (error) => {
          throw error;
        },
      },
    );
  }

  /** Does ops, and remembers the numbers that they got in this life of the tab. */
  async function acting(ops: readonly Op[], way: Way): Promise<boolean> {
    const first = engine.replica.nextSeq();
    const reason = await engine.act(ops, way);
    const { client, nextSeq } = engine.replica;
    for (let seq = first; seq < nextSeq(); seq += 1) fresh.add(`${client()}:${seq}`);
    return reason === null;
  }

  const device: Device = {
    userId,
    shelf,
    outdated: false,
    engine: () => engine,
    wire: () => wire,
    dead: () => dead,
    fresh: (key) => fresh.has(key) && [...welcomed].some((client) => key.startsWith(`${client}:`)),
    act: (op) => acting([op], { kind: "do" }),
    async step(way) {
      const before = engine.replica.waiting();
      const local = await engine.withdraw(way);
      if (typeof local === "object") {
        stack.putBack(local);
        const after = new Set(engine.replica.waiting().map(({ seq }) => seq));
        return before.filter(({ seq }) => !after.has(seq)).map(({ op }) => op);
      }
      const step = local === "none" ? stack.take(way) : null;
      if (!step) return [];
      const view = engine.replica.view();
      const ops = undoOps(step.inverse, (id, register) => guardOf(step, id, register), view);
      await acting(ops, { kind: way, step });
      return [];
    },
    async online() {
      if (wire || dead) return;
      wire = await object.connect(userId);
      if (!wire) return;
      handlers?.onStatus("open");
      handlers?.onOpen();
    },
    offline(noticed = true) {
      if (wire) object.leave(wire, noticed);
      wire = null;
      handlers?.onStatus("waiting");
    },
    read() {
      const frame = wire?.down.shift();
      if (typeof frame === "number") device.offline();
      else if (frame !== undefined) handlers?.onMessage(frame);
    },
    async crash() {
      device.offline();
      handlers = null;
      dead = true;
      // What the tab had asked the device to keep is kept; the rest dies with the tab.
      await engine.idle();
      engine.close();
    },
    async open() {
      if (!dead) return;
      fresh.clear();
      welcomed.clear();
      device.outdated = false;
      engine = await start();
      dead = false;
    },
  };
  engine = await start();
  return device;
}
