import { setTimeout as sleep } from "node:timers/promises";
import { allCards, allColumns } from "#domain/boards/board-map.ts";
import type { Op } from "#domain/boards/ops.ts";
import { newId } from "#domain/ids.ts";
import { chance } from "#domain/testing-chance.ts";
import { type Engine, startEngine } from "#web/features/boards/sync/engine.ts";
import { memoryKeeper } from "#web/features/boards/sync/memory-keeper.ts";
import type { Answered } from "#web/features/boards/sync/replica.ts";
import { openRoom } from "#web/lib/room-socket.ts";
import type { KillSession } from "./session.ts";

/** An op with its answer, and the name under which it was asked. */
export interface Answer extends Answered {
  client: string;
}

/** One tab on the board, with the page's own engine, that writes as fast as it gets answers. */
export interface Writer {
  engine: Engine;
  /** Resolves when it was told to stop and has put its last op into the queue. */
  done: Promise<void>;
  /** The network is there again: it need not wait for its next attempt. */
  wake(): void;
  close(): void;
}

/** Cards that one writer creates; from then on it changes those that are there. */
const MOST_CARDS = 25;
/** While the server is away people go on working, but not for ever. */
const MOST_WAITING = 60;

const PLACE = { after: null, before: null };

/** Any op over the board as this writer sees it; only the first writer changes columns. */
function nextOp(engine: Engine, n: number, dice: ReturnType<typeof chance>, first: boolean): Op {
  const view = engine.replica.view();
  const columns = [...allColumns(view)].filter((column) => !column.deleted);
  const column = dice.pick(columns)?.id ?? "";
  if (n < MOST_CARDS) {
    return {
      kind: "card.create",
      card: newId("crd"),
      column,
      ...PLACE,
      fields: { title: `N° ${n}` },
    };
  }
  const cards = [...allCards(view)];
  const card = dice.pick(cards)?.id ?? "";
  if (first && dice.happens(0.05)) {
    if (columns.length > 8) {
      const moveTo = columns.find(({ id }) => id !== column)?.id ?? null;
      return { kind: "column.delete", column, moveTo };
    }
    return { kind: "column.create", column: newId("col"), ...PLACE, fields: { name: `C ${n}` } };
  }
  if (dice.happens(0.5)) return { kind: "card.move", card, column, ...PLACE };
  if (dice.happens(0.1)) return { kind: "card.delete", card };
  if (dice.happens(0.1)) return { kind: "card.restore", card };
  const tags = { add: [`T${dice.upTo(6)}`], remove: [`T${dice.upTo(6)}`] };
  return { kind: "card.update", card, set: { title: `Titre ${n} ${dice.upTo(1000)}` }, tags };
}

/** Opens a writer; `answered` collects what the object answers to it. */
export async function openWriter(
  session: KillSession,
  board: string,
  seed: number,
  answered: Answer[],
  busy: () => boolean,
): Promise<Writer> {
  const network: { back?: () => void } = {};
  const engine: Engine = await startEngine(
    {
      userId: session.userId,
      keeper: memoryKeeper(),
      now: Date.now,
      open: (handlers) =>
        openRoom(`boards/${board}`, handlers, {
          ticket: async (room) =>
            (await session.call<{ ticket: string }>("POST", "/live/tickets", { room })).ticket,
          open: (path, protocols) => session.socketTo(path, protocols),
          random: () => 0,
          onWake(call) {
            network.back = call;
            return () => undefined;
          },
        }),
    },
    {
      changed: () => undefined,
      stepDone: (_way, answers) =>
        void answered.push(...answers.map((one) => ({ ...one, client: engine.replica.client() }))),
      noted: () => undefined,
      message: () => undefined,
      status: () => undefined,
      unkept: (error) => {
        throw error;
      },
    },
  );

  async function work(): Promise<void> {
    const dice = chance(seed);
    while (busy() && !engine.replica.ready()) await sleep(20);
    for (let n = 0; busy(); await sleep(8)) {
      if (engine.replica.waiting().length >= MOST_WAITING) continue;
      await engine.act([nextOp(engine, n, dice, seed === 0)]);
      n += 1;
    }
  }

  return { engine, done: work(), wake: () => network.back?.(), close: () => engine.close() };
}
