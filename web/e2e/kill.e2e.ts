import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Op } from "#domain/boards/ops.ts";
import type { CardView, TaskView } from "#domain/boards/view.ts";
import { newId } from "#domain/ids.ts";
import { startOrganization } from "#scripts/demo/session.ts";
import { spawnServer, type SpawnedServer } from "#scripts/lib/spawned.ts";
import { type Engine, startEngine } from "#web/features/boards/sync/engine.ts";
import { memoryKeeper } from "#web/features/boards/sync/memory-keeper.ts";
import type { Answered } from "#web/features/boards/sync/replica.ts";
import { openRoom, type SocketLike } from "#web/lib/room-socket.ts";

// The server is killed with SIGKILL, Node and workerd together, while two people move cards: what was acknowledged
// is there afterwards, once each. More with KILL_ROUNDS=50.
const ROUNDS = Number(process.env["KILL_ROUNDS"] ?? 3);
const state = mkdtempSync(join(tmpdir(), "aetheria-kill-"));
let server: SpawnedServer;
let token = "";
let userId = "";

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: {
      origin: server.url,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(method === "GET" ? {} : { "idempotency-key": crypto.randomUUID() }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** A socket as a page opens it. Node's own takes headers, which browsers set by themselves. */
function socketTo(path: string, protocols: string[]): SocketLike {
  const Socket = WebSocket as unknown as new (url: string, init: object) => SocketLike;
  const url = server.url.replace("http", "ws") + path;
  return new Socket(url, { protocols, headers: { origin: server.url } });
}

async function openClient(board: string, answered: Answered[]): Promise<Engine> {
  return startEngine(
    {
      userId,
      keeper: memoryKeeper(),
      now: Date.now,
      open: (handlers) =>
        openRoom(`boards/${board}`, handlers, {
          ticket: async (room) =>
            (await call<{ ticket: string }>("POST", "/live/tickets", { room })).ticket,
          open: socketTo,
          random: () => 0,
          onWake: () => () => undefined,
        }),
    },
    {
      changed: () => undefined,
      stepDone: (_way, answers) => void answered.push(...answers),
      message: () => undefined,
      status: () => undefined,
      unkept: (error) => {
        throw error;
      },
    },
  );
}

interface Cards {
  version: number;
  columns: { id: string }[];
  cards: CardView[];
}

beforeAll(async () => {
  server = await spawnServer({ state });
  const entered = await startOrganization(server.url, {
    organization: "Atelier Coupure",
    name: "Claire Morvan",
    email: "claire@coupure.test",
    password: "un long mot de passe pour la coupure 47",
    language: "fr",
  });
  ({ token, userId } = entered);
});

afterAll(async () => {
  await server.stop();
  rmSync(state, { recursive: true, force: true });
});

/** Creates and moves cards until told to stop. */
async function work(engine: Engine, columns: readonly string[], busy: () => boolean) {
  const mine: string[] = [];
  for (let n = 0; busy(); n += 1) {
    const column = columns[n % columns.length] ?? "";
    const place = { column, after: null, before: null };
    const moved = mine[(n * 7) % mine.length];
    const op: Op =
      n % 3 === 0 || moved === undefined
        ? { kind: "card.create", card: newId("crd"), ...place, fields: { title: `Carte ${n}` } }
        : { kind: "card.move", card: moved, ...place };
    if (op.kind === "card.create") mine.push(op.card);
    await engine.act([op]);
    // While the server is away people go on working, but not for ever.
    await sleep(engine.replica.waiting().length > 40 ? 250 : 5);
  }
}

test("nothing acknowledged is lost when the server is killed between two moves", async () => {
  const board = await call<{ id: string }>("POST", "/boards", { title: "Coupures" });
  const before = await call<Cards>("GET", `/boards/${board.id}/cards`);
  const columns = before.columns.map((column) => column.id);
  const answered: Answered[] = [];
  const engines = [await openClient(board.id, answered), await openClient(board.id, answered)];
  const port = Number(new URL(server.url).port);
  let busy = true;
  const working = engines.map((engine) => work(engine, columns, () => busy));
  for (let round = 0; round < ROUNDS; round += 1) {
    const known = answered.length;
    await expect.poll(() => answered.length, { timeout: 20_000 }).toBeGreaterThan(known + 20);
    await sleep(37 * (round % 5));
    await server.kill();
    const acknowledged = answered.filter(({ result }) => result.outcome === "applied");
    const highest = Math.max(...acknowledged.map(({ result }) => result.version));
    server = await spawnServer({ state, port });
    const now = await call<Cards>("GET", `/boards/${board.id}/cards`);
    expect(now.version, "every acknowledged version is there").toBeGreaterThanOrEqual(highest);
    const made = acknowledged.flatMap(({ pending: { op } }) =>
      op.kind === "card.create" ? [op.card] : [],
    );
    expect(now.cards.map((card) => card.id)).toEqual(expect.arrayContaining(made));
  }
  busy = false;
  await Promise.all(working);
  for (const engine of engines) {
    await expect.poll(() => engine.replica.waiting().length, { timeout: 40_000 }).toBe(0);
  }

  const after = await call<Cards>("GET", `/boards/${board.id}/cards`);
  const applied = answered.filter(
    ({ result }) => result.outcome === "applied" || result.outcome === "rebased",
  );
  expect(new Set(applied.map(({ result }) => result.version)).size).toBe(applied.length);
  expect(after.version - before.version, "each op once, none doubled").toBe(applied.length);
  const created = applied.filter(({ pending }) => pending.op.kind === "card.create");
  expect(after.cards).toHaveLength(created.length);
  const last = new Map<string, { version: number; column: string }>();
  for (const { pending, result } of applied) {
    if (pending.op.kind !== "card.create" && pending.op.kind !== "card.move") continue;
    const { card, column } = pending.op;
    const known = last.get(card);
    if (!known || known.version < result.version)
      last.set(card, { version: result.version, column });
  }
  for (const card of after.cards) expect(card.columnId).toBe(last.get(card.id)?.column);
  for (const engine of engines) {
    await expect.poll(() => engine.replica.confirmed().version).toBe(after.version);
    const held = [...engine.replica.view().cards.values()];
    expect(held, "nothing is pending").toEqual([]);
  }
  const listed = async () => {
    const ids = new Map<string, string>();
    let cursor: string | null = "";
    while (cursor !== null) {
      const more: string = cursor && `&cursor=${cursor}`;
      const page: { items: TaskView[]; nextCursor: string | null } = await call(
        "GET",
        `/tasks?board=${board.id}&state=all&limit=200${more}`,
      );
      for (const task of page.items) ids.set(task.id, task.columnId);
      cursor = page.nextCursor;
    }
    return ids;
  };
  const truth = new Map(after.cards.map((card) => [card.id, card.columnId]));
  await expect.poll(listed, { timeout: 10_000, interval: 500 }).toEqual(truth);
  for (const engine of engines) engine.close();
}, 240_000);
