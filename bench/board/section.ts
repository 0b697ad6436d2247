import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { forked, type Child } from "../lib/child.ts";
import { cpuOf } from "../lib/cpu.ts";
import { memoryOf } from "../lib/memory.ts";
import type { Options } from "../lib/options.ts";
import { figure, ratio, type Table } from "../lib/table.ts";
import type { Ours } from "../ours/organization.ts";
import { createBoard, tickets, type Board } from "./boards.ts";
import { catchUpTable } from "./catch-up.ts";
import { together, type BoardResult, type Round } from "./round.ts";

const CARDS = 1000;
const CROWDS = [50, 200, 500] as const;
/** How many of a crowd read and time everybody's moves; the others receive them all the same. */
const OBSERVERS = 10;

interface Contestant {
  name: string;
  pid: number;
  /** What the crowd needs to join, made anew for each round. */
  question(clients: number): Promise<Record<string, unknown>>;
}

/** One board of 1,000 cards, moved by 50, 200 and 500 people, beside the same on Hocuspocus and on REST with polling. */
export async function boardSection(ours: Ours, options: Options): Promise<Table[]> {
  const folder = mkdtempSync(join(tmpdir(), "aetheria-bench-yjs-"));
  const shipped = await forked("peers/hocuspocus.mjs", ["shipped", folder]);
  const logged = await forked("peers/hocuspocus.mjs", ["logged", folder]);
  const polled = await forked("peers/polling.mjs", [folder]);
  const crowd = await forked("peers/board-load.mjs");
  const yjs = await forked("peers/catch-up-hocuspocus.mjs");
  try {
    const board = await createBoard(ours, "Mesure", CARDS);
    const contestants = [
      aetheria(ours, board),
      peer("Hocuspocus as shipped", "hocuspocus", shipped, board),
      peer("Hocuspocus, each update logged first", "hocuspocus", logged, board),
      peer("REST, asked once a second", "polling", polled, board),
    ];
    const tables: Table[] = [];
    for (const clients of CROWDS) {
      const results = await rounds(crowd, contestants, clients, options);
      tables.push(latencyTable(clients, results, contestants));
    }
    const fresh = await createBoard(ours, "Retour", CARDS);
    tables.push(await catchUpTable(ours, fresh, yjs, String(logged.ready["url"]), options));
    return tables;
  } finally {
    await yjs.stop();
    await crowd.stop();
    await polled.stop();
    await logged.stop();
    await shipped.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function aetheria(ours: Ours, board: Board): Contestant {
  return {
    name: "Aetheria",
    pid: ours.pid,
    async question(clients) {
      await ours.token();
      return {
        kind: "aetheria",
        url: `${ours.url.replace("http", "ws")}/ws/boards/${board.id}`,
        origin: ours.url,
        tickets: await tickets(ours, board, clients),
        cards: board.cards.map(({ id, columnId }) => ({ id, columnId })),
        columns: board.columns,
      };
    },
  };
}

function peer(name: string, kind: string, server: Child, board: Board): Contestant {
  let count = 0;
  return {
    name,
    pid: server.pid,
    question: async () => ({
      kind,
      url: String(server.ready["url"]),
      document: `board-${(count += 1)}`,
      cards: board.cards.map(({ id, columnId, title, description, priority, dueOn }, i) => ({
        id,
        columnId,
        rank: `a${i}`,
        title,
        description,
        priority,
        dueOn,
      })),
      columns: board.columns,
    }),
  };
}

async function rounds(
  crowd: Child,
  contestants: readonly Contestant[],
  clients: number,
  options: Options,
): Promise<Map<string, BoardResult>> {
  const length = options.quick ? { warmup: 1, seconds: 3 } : { warmup: 2, seconds: 10 };
  const played = new Map<string, Round[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < (options.quick ? 1 : 2); round++) {
    for (const one of contestants) {
      const question = {
        ...(await one.question(clients)),
        clients,
        observers: OBSERVERS,
        ...length,
      };
      played.get(one.name)?.push(await play(crowd, one, question));
    }
  }
  return new Map([...played].map(([name, list]) => [name, together(list)]));
}

/** One round; the server's processor time is counted while moves are. */
async function play(crowd: Child, one: Contestant, question: object): Promise<Round> {
  const first = await crowd.ask(question);
  const before = cpuOf(one.pid);
  const answer = (isMark(first) ? await crowd.next() : first) as { round?: Round; error?: string };
  if (!answer.round) throw new Error(`${one.name}: ${answer.error ?? "no answer"}`);
  return { ...answer.round, cpu: cpuOf(one.pid) - before };
}

function isMark(message: unknown): boolean {
  return typeof message === "object" && message !== null && "mark" in message;
}

function latencyTable(
  clients: number,
  results: Map<string, BoardResult>,
  contestants: readonly Contestant[],
): Table {
  const ours = results.get("Aetheria");
  const rows = contestants.flatMap(({ name, pid }) => {
    const one = results.get(name);
    if (!one || !ours) return [];
    const times = [one.ack.p50, one.ack.p95, one.ack.p99, one.peer.p50, one.peer.p95, one.peer.p99];
    const extra = [figure(one.cpuPerMove), figure(memoryOf(pid).pss)];
    return [[name, ...times.map(figure), ...extra]];
  });
  const against = contestants.slice(1).flatMap(({ name }) => {
    const one = results.get(name);
    if (!one || !ours) return [];
    return [
      [
        `Aetheria to ${name}`,
        ...(["p50", "p95", "p99"] as const).map((at) => ratio(ours.ack[at], one.ack[at])),
        ...(["p50", "p95", "p99"] as const).map((at) => ratio(ours.peer[at], one.peer[at])),
        ratio(ours.cpuPerMove, one.cpuPerMove),
        "",
      ],
    ];
  });
  const losses = [...results].map(
    ([name, { moves, lost, refused, closed, lag }]) =>
      `${name}: ${moves} moves, ${lost.acks} not acknowledged, ${lost.deliveries} deliveries missing, ${refused} refused, ${closed} sockets closed; the crowd itself was late by p99 ${figure(lag.p99)} ms.`,
  );
  return {
    title: `b. Board of ${CARDS} cards, ${clients} people, one move a second each`,
    columns: ["", "ack p50 ms", "p95", "p99", "peer p50 ms", "p95", "p99", "CPU ms a move", "MB"],
    rows: [...rows, ...against],
    notes: losses,
  };
}
