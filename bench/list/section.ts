import type { ClientView } from "#domain/clients/model.ts";
import { childrenOf } from "#scripts/lib/processes.ts";
import { forked, type Child } from "../lib/child.ts";
import { memoryOf } from "../lib/memory.ts";
import type { Options } from "../lib/options.ts";
import { figure, ratio, type Table } from "../lib/table.ts";
import { clientRow, seedClients } from "../ours/clients.ts";
import type { Ours } from "../ours/organization.ts";
import { depthTable } from "./depth.ts";
import { distanceTable } from "./distance.ts";
import { inTurn, type Measured, type Target } from "./load.ts";
import { startPeer, type Peer } from "./peer.ts";

const OURS = "Aetheria: list of 50";
const PEER = "Fastify + PostgreSQL: list of 50";
const EMPTY = "empty Worker";
const ONE = "Worker + D1: SELECT 1";
const FIFTY = "Worker + D1: 50 rows, nothing else";
const SAME = "Worker with our route's calls alone";

/** The list against the same list elsewhere, the depth of every route, and both lists from afar. */
export async function listSection(ours: Ours, options: Options): Promise<Table[]> {
  const clients = await seedClients(ours);
  const peer = await startPeer(clients, ours.permissions, ours.web);
  const bare = await forked("ours/bare.ts");
  try {
    await bare.ask({ rows: clients.map(clientRow) });
    const lists = [
      listTarget(OURS, { url: ours.url, token: await ours.token(), pids: [ours.pid] }),
      listTarget(PEER, peer),
    ];
    await mustAgree(lists);
    const bareTarget = (name: string, path: string): Target => {
      return { name, url: `${String(bare.ready["url"])}/${path}`, headers: {}, pids: [bare.pid] };
    };
    const targets: Target[] = [
      ...lists,
      bareTarget(EMPTY, "empty"),
      bareTarget(ONE, "one"),
      bareTarget(FIFTY, "fifty"),
      bareTarget(SAME, "same"),
    ];
    const time = options.quick ? { seconds: 1, rounds: 1 } : { seconds: 3, rounds: 3 };
    const busy = await inTurn(targets, { connections: 16, ...time });
    const memory = memoryTable(ours, peer, bare);
    const alone = await inTurn(targets, { connections: 1, ...time, seconds: time.seconds / 2 });
    const title = `a1. List of 50 clients, 16 connections and 1 (PostgreSQL ${peer.version})`;
    return [
      speedTable(title, busy, alone),
      memory,
      await depthTable(ours, clients),
      await distanceTable(ours, peer, options),
    ];
  } finally {
    await bare.stop();
    await peer.stop();
  }
}

function listTarget(
  name: string,
  server: { url: string; token: string; pids: readonly number[] },
): Target {
  const headers = { authorization: `Bearer ${server.token}` };
  return { name, url: `${server.url}/api/v1/clients?limit=50`, headers, pids: server.pids };
}

interface List {
  items: ClientView[];
  totals: object;
}

/** What two equal lists have in common: number, fields, totals. Ids and times are each its own. */
function essence(list?: List): string {
  const fields = Object.keys(list?.items[0] ?? {}).toSorted();
  return JSON.stringify([list?.items.length, fields, list?.totals]);
}

/** A ratio of two lists means something only when they are the same list. */
async function mustAgree(lists: readonly Target[]): Promise<void> {
  const [ours, peer] = await Promise.all(
    lists.map(async ({ url, headers }) => {
      const response = await fetch(url, { headers });
      return response.json<List>();
    }),
  );
  if (essence(ours) === essence(peer)) return;
  throw new Error(`The lists differ:\n${essence(ours)}\n${essence(peer)}`);
}

function speedTable(
  title: string,
  busy: Map<string, Measured>,
  alone: Map<string, Measured>,
): Table {
  const peer = busy.get(PEER);
  const rows = [...busy].map(([name, one]) => [
    name,
    one.perSecond,
    ratio(one.perSecond, peer?.perSecond ?? Number.NaN),
    figure(one.p50),
    figure(one.p99),
    figure(one.cpu),
    figure(alone.get(name)?.p50 ?? Number.NaN),
    figure(alone.get(name)?.p99 ?? Number.NaN),
    `${figure(one.bytes / 1000)} kB`,
  ]);
  const failed = [...busy.values(), ...alone.values()].reduce((sum, one) => sum + one.failed, 0);
  return {
    title,
    columns: [
      "",
      "requests/s",
      "of the peer",
      "p50 ms",
      "p99 ms",
      "CPU ms a request",
      "p50 ms, 1 conn.",
      "p99 ms, 1 conn.",
      "answer",
    ],
    rows,
    notes: [
      `Share of our processor time for a request that an empty Worker in the same emulator takes: ${share(busy, EMPTY)}; one that reads 50 rows and does nothing else: ${share(busy, FIFTY)}; one that makes our route's calls (rate limiter, then three D1 queries side by side) and nothing else: ${share(busy, SAME)}. The rest is our code.`,
      `Failed requests: ${failed}.`,
    ],
  };
}

/** How much of our processor time for a request a smaller thing takes by itself. */
function share(busy: Map<string, Measured>, name: string): string {
  const part = (busy.get(name)?.cpu ?? 0) / (busy.get(OURS)?.cpu ?? Number.NaN);
  return `${figure(part * 100)} %`;
}

function memoryRow(name: string, pids: readonly number[]): [string, number, number] {
  const { pss, rss } = memoryOf(...pids);
  return [name, pss, rss];
}

function memoryTable(ours: Ours, peer: Peer, bare: Child): Table {
  const [fastify, postgres] = peer.pids;
  const mine = memoryRow("Aetheria: Node + workerd", [ours.pid]);
  const theirs = memoryRow("Fastify + PostgreSQL", [fastify, postgres]);
  return {
    title: "a2. Memory after that load",
    columns: ["", "proportional MB", "resident MB"],
    rows: [
      mine,
      memoryRow("of it workerd", childrenOf(ours.pid)),
      memoryRow("bare Workers: Node + workerd", [bare.pid]),
      theirs,
      memoryRow("of it Fastify", [fastify]),
      ["Aetheria to the peer", ratio(mine[1], theirs[1]), ratio(mine[2], theirs[2])],
    ],
    notes: [
      "Proportional: a page that processes share counts once. Node on our side only emulates the platform.",
    ],
  };
}
