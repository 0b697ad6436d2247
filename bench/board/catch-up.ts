import type { ServerMessage } from "#domain/boards/messages.ts";
import { socketTo } from "#scripts/lib/socket.ts";
import { createReplica, type Replica } from "#web/features/boards/sync/replica.ts";
import type { Child } from "../lib/child.ts";
import type { Options } from "../lib/options.ts";
import { median } from "../lib/stats.ts";
import { figure, ratio, type Table } from "../lib/table.ts";
import type { Ours } from "../ours/organization.ts";
import { tickets, type Board } from "./boards.ts";

const MISSED = 1000;
const OPS_A_PUSH = 200;
const GOAL = 500;

/** A page that comes back after a thousand changes of others, beside one that begins anew and one on Hocuspocus. */
export async function catchUpTable(
  ours: Ours,
  board: Board,
  yjs: Child,
  hocuspocus: string,
  options: Options,
): Promise<Table> {
  const times = { back: [] as number[], anew: [] as number[] };
  const away = emptyReplica("bench-away");
  await follow(ours, board, away);
  const rounds = options.quick ? 1 : 5;
  for (let round = 0; round < rounds; round++) {
    await ours.token();
    const before = away.confirmed().version;
    await changeMeanwhile(ours, board, round);
    times.back.push(await follow(ours, board, away));
    const came = away.confirmed().version - before;
    if (came !== MISSED) throw new Error(`${came} changes came instead of ${MISSED}`);
    times.anew.push(await follow(ours, board, emptyReplica(`bench-anew-${round}`)));
  }
  const peer = (await yjs.ask({
    url: hocuspocus,
    document: "catch-up",
    cards: board.cards.map(({ id, columnId }) => ({ id, columnId })),
    columns: board.columns,
    missed: MISSED,
    rounds,
  })) as { times?: number[]; error?: string };
  if (!peer.times) throw new Error(`Hocuspocus: ${peer.error ?? "no answer"}`);
  return {
    title: `b2. Coming back to a board of ${board.cards.length} cards after ${MISSED} moves of others, milliseconds`,
    columns: ["", "median", "worst", "goal"],
    rows: [
      row("Aetheria, what was missed", times.back, String(GOAL)),
      row("Aetheria, the whole board anew", times.anew, "–"),
      row("Hocuspocus, what was missed", peer.times, "–"),
      ["Aetheria to Hocuspocus", ratio(median(times.back), median(peer.times)), "", ""],
    ],
    notes: [
      "From the first word on the open socket until the client's own copy (our page's replica, a Y.Doc) has come to the server's last version.",
    ],
  };
}

const row = (name: string, list: readonly number[], goal: string) => [
  name,
  figure(median(list)),
  figure(Math.max(...list)),
  goal,
];

const emptyReplica = (client: string): Replica =>
  createReplica("usr_bench", {
    client,
    nextSeq: 1,
    acked: 0,
    epoch: null,
    board: null,
    pending: [],
  });

/** A thousand moves, each of another card, and each to where the card is not. */
async function changeMeanwhile(ours: Ours, board: Board, round: number): Promise<void> {
  const { columns } = board;
  const ops = Array.from({ length: MISSED }, (_, i) => ({
    kind: "card.move",
    card: board.cards[i % board.cards.length]?.id,
    column:
      columns[
        (columns.indexOf(board.cards[i % board.cards.length]?.columnId ?? "") + round + 1) %
          columns.length
      ],
    after: null,
    before: null,
  }));
  for (let i = 0; i < ops.length; i += OPS_A_PUSH) {
    await ours.must(`post /boards/${board.id}/ops`, { ops: ops.slice(i, i + OPS_A_PUSH) });
  }
}

/** Connects, says hello as the page does, and feeds what comes to the replica. Milliseconds until it is in step. */
async function follow(ours: Ours, board: Board, replica: Replica): Promise<number> {
  const [ticket = ""] = await tickets(ours, board, 1);
  const path = `/ws/boards/${board.id}`;
  const socket = socketTo(ours.url, path, ["aetheria.v1", ticket]);
  try {
    return await new Promise((resolve, reject) => {
      let [began, target] = [0, Infinity];
      socket.addEventListener("error", () => reject(new Error("The socket failed")));
      socket.addEventListener("open", () => {
        began = performance.now();
        socket.send(JSON.stringify(replica.hello()));
      });
      socket.addEventListener("message", ({ data }) => {
        const message = JSON.parse(String(data)) as ServerMessage;
        if (message.kind === "welcome") target = message.version;
        const { rename, resync } = replica.receive(message);
        if (rename || resync) reject(new Error(`The board could not be followed: ${message.kind}`));
        if (replica.ready() && replica.confirmed().version >= target)
          resolve(performance.now() - began);
      });
    });
  } finally {
    socket.close();
  }
}
