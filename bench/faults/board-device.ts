import type { ServerMessage } from "#domain/boards/messages.ts";
import type { Op } from "#domain/boards/ops.ts";
import { undoOps } from "#domain/boards/undo.ts";
import { type Engine, resultsOf, startEngine } from "#web/features/boards/sync/engine.ts";
import type { LinkHandlers } from "#web/features/boards/sync/link.ts";
import { emptyShelf, memoryKeeper, type Shelf } from "#web/features/boards/sync/memory-keeper.ts";
import { createUndoStack, guardOf } from "#web/features/boards/sync/undo-stack.ts";
import type { BoardObject, Wire } from "./board-object.ts";

/** A person's device with one tab open on the board. */
export interface Device {
  userId: string;
  engine(): Engine;
  wire(): Wire | null;
  act(op: Op): Promise<boolean>;
  /** Answers the ops that were taken out of the queue before they were ever sent. */
  undo(): Promise<Op[]>;
  online(): void;
  offline(): void;
  /** Hands the page one frame. */
  read(): void;
  /** The tab dies without a word and is opened again. */
  crash(): Promise<void>;
}

export async function openDevice(object: BoardObject, userId: string): Promise<Device> {
  const shelf: Shelf = emptyShelf();
  let handlers: LinkHandlers | null = null;
  let wire: Wire | null = null;
  let engine: Engine;
  let stack = createUndoStack();

  async function start(): Promise<Engine> {
    stack = createUndoStack();
    const own = stack;
    return startEngine(
      {
        userId,
        keeper: memoryKeeper(shelf),
        now: Date.now,
        open(given) {
          handlers = given;
          return {
            send(data) {
              if (!wire?.open || handlers !== given) return false;
              wire.up.push(data);
              return true;
            },
            close: () => undefined,
          };
        },
      },
      {
        changed: () => undefined,
        stepDone: (way, answers) => own.done(way, resultsOf(answers)),
        message(frame: ServerMessage) {
          // The object closes after a refusal; the page comes back.
          if (frame.kind === "refused") offline();
        },
        status: () => undefined,
        unkept: (error) => {
          throw error;
        },
      },
    );
  }

  function offline(): void {
    if (wire) object.cut(wire);
    wire = null;
    handlers?.onStatus("waiting");
  }

  engine = await start();
  return {
    userId,
    engine: () => engine,
    wire: () => wire,
    act: async (op) => (await engine.act([op])) === null,
    async undo() {
      const before = engine.replica.waiting();
      const local = await engine.withdraw();
      const after = new Set(engine.replica.waiting().map(({ seq }) => seq));
      if (local === "withdrawn") {
        return before.filter(({ seq }) => !after.has(seq)).map(({ op }) => op);
      }
      const step = local === "none" ? stack.take("undo") : null;
      if (!step) return [];
      const view = engine.replica.view();
      const ops = undoOps(step.inverse, (id, register) => guardOf(step, id, register), view);
      await engine.act(ops, { kind: "undo", step });
      return [];
    },
    online() {
      if (wire) return;
      wire = object.connect(userId);
      handlers?.onStatus("open");
      handlers?.onOpen();
    },
    offline,
    read() {
      const frame = wire?.down.shift();
      if (frame !== undefined) handlers?.onMessage(frame);
    },
    async crash() {
      offline();
      handlers = null;
      // What the tab had asked the device to keep is kept; the rest dies with the tab.
      await engine.idle();
      engine.close();
      engine = await start();
    },
  };
}
