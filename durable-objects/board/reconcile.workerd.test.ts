import { runInDurableObject } from "cloudflare:test";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import type { TaskView } from "#domain/boards/view.ts";
import type { SearchHit } from "#domain/search/api.ts";
import { consumeJobs } from "#worker/jobs/queue.ts";
import { mintOrganization, testEnv, type TestOrganization } from "#worker/platform/testing.ts";
import { newBoard, roomOf } from "./testing-room.ts";

let organization: TestOrganization;
let board: string;

beforeAll(async () => {
  organization = await mintOrganization();
  board = (await newBoard(organization.owner)).id;
  const { columns } = await cards();
  const ops = Array.from({ length: 205 }, (_, i) => ({
    kind: "card.create",
    card: testId("crd", i + 1),
    column: columns[i % 5]?.id,
    after: null,
    before: null,
    fields: { title: `Carte ${i + 1}` },
  }));
  await push(ops.slice(0, 200));
  await push([...ops.slice(200), { kind: "card.delete", card: testId("crd", 9) }]);
});
afterEach(() => void vi.restoreAllMocks());

const push = (ops: unknown[]) => organization.owner.call(`post /boards/${board}/ops`, { ops });
const run = (sql: string, ...values: unknown[]) =>
  organization.db
    .prepare(sql)
    .bind(...values)
    .run();
const reconcile = () => roomOf(organization, board).reconcile(organization.tenant);

async function cards(): Promise<{ columns: { id: string }[] }> {
  return (await organization.owner.call(`get /boards/${board}/cards`)).json();
}

/** All that D1 shows of the board. */
async function shown(): Promise<unknown> {
  const from = ["tasks WHERE board_id", "board_columns WHERE board_id"];
  const rows = await Promise.all(
    from.map((table) =>
      organization.db.prepare(`SELECT * FROM ${table} = ? ORDER BY id`).bind(board).all(),
    ),
  );
  const docs =
    "SELECT entity_id, title, subtitle, body, href FROM search_docs WHERE entity = 'card' ORDER BY entity_id";
  return [
    ...rows.map(({ results }) => results),
    (await organization.db.prepare(docs).all()).results,
  ];
}

test("a database that agrees is left alone", async () => {
  const before = await shown();
  expect(await reconcile()).toBe(0);
  expect(await shown()).toEqual(before);
});

test.each([
  ["another title under the same version", "UPDATE tasks SET title = 'Faux' WHERE id = ?", 3],
  [
    "a row that claims to be newer",
    "UPDATE tasks SET rank = 'zz', src_version = 99999 WHERE id = ?",
    4,
  ],
  ["a row that is gone", "DELETE FROM tasks WHERE id = ?", 5],
  ["a deleted card that is back", "UPDATE tasks SET deleted = 0 WHERE id = ?", 9],
  ["a card on the second page", "UPDATE tasks SET tags = '[1]' WHERE id = ?", 204],
  ["a search without a card", "DELETE FROM search_docs WHERE entity_id LIKE '%' || ?", 6],
  [
    "a search with another title",
    "UPDATE search_docs SET title = 'x' WHERE entity_id LIKE '%' || ?",
    7,
  ],
])("%s is repaired from the object, and logged", async (_what, sql, n) => {
  const before = await shown();
  const logged = vi.spyOn(console, "warn").mockReturnValue();
  const id = testId("crd", n);
  await run(sql, id);
  expect(await shown()).not.toEqual(before);
  expect(await reconcile()).toBe(1);
  expect(await shown()).toEqual(before);
  const lines = logged.mock.calls.map(([line]) => String(line));
  expect(lines.filter((line) => line.includes("projection.repaired"))).toEqual([
    expect.stringContaining(id),
  ]);
  expect(await reconcile()).toBe(0);
});

test("what the board never held is taken out, a column of another name gets its own", async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  const before = await shown();
  await run(
    `INSERT INTO tasks (board_id, id, src_version, number, column_id, rank, title, description, priority, due_on,
       client_id, tags, assignee_ids, created_by, created_at, updated_at, deleted)
     SELECT board_id, ?, src_version, number, column_id, rank, title, description, priority, due_on,
       client_id, tags, assignee_ids, created_by, created_at, updated_at, deleted FROM tasks LIMIT 1`,
    testId("crd", 999),
  );
  await run(
    "UPDATE board_columns SET name = 'Faux' WHERE board_id = ? AND rank = (SELECT min(rank) FROM board_columns)",
    board,
  );
  expect(await reconcile()).toBe(2);
  expect(await shown()).toEqual(before);
});

test("other boards of the same ids stay as they are", async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  const other = (await newBoard(organization.owner, "Autre")).id;
  const { columns } = await (
    await organization.owner.call(`get /boards/${other}/cards`)
  ).json<{ columns: { id: string }[] }>();
  const card = testId("crd", 1);
  const place = { column: columns[0]?.id, after: null, before: null };
  const op = { kind: "card.create", card, ...place, fields: { title: "Ailleurs" } };
  await organization.owner.call(`post /boards/${other}/ops`, { ops: [op] });
  await run("UPDATE tasks SET title = 'Faux' WHERE id = ? AND board_id = ?", card, board);
  expect(await reconcile()).toBe(1);
  const tasks = await organization.owner.call(`get /tasks?board=${other}`);
  expect((await tasks.json<{ items: TaskView[] }>()).items).toMatchObject([{ title: "Ailleurs" }]);
});

test("every night each board of an organization is held against D1", async () => {
  const logged = vi.spyOn(console, "warn").mockReturnValue();
  await run(
    "UPDATE tasks SET title = 'Faux' WHERE id = ? AND board_id = ?",
    testId("crd", 2),
    board,
  );
  await run("DELETE FROM search_docs WHERE entity_id = ?", `${board}/${testId("crd", 3)}`);
  const ack = vi.fn<() => void>();
  const body = { kind: "tenant.purge", tenant: organization.tenant };
  const batch = { queue: "aetheria-jobs", messages: [{ id: "m", attempts: 1, body, ack }] };
  await consumeJobs(batch as unknown as MessageBatch, testEnv);
  expect(ack).toHaveBeenCalledOnce();
  const found = await organization.owner.call("get /search?q=carte");
  expect((await found.json<{ items: SearchHit[] }>()).items.length).toBeGreaterThan(0);
  const lines = logged.mock.calls.map(([line]) => JSON.parse(String(line)) as { event: string });
  expect(lines).toContainEqual(
    expect.objectContaining({ event: "board.reconciled", board, repaired: 2 }),
  );
});

test("another organization cannot ask for it", async () => {
  const stranger = await mintOrganization("Ailleurs");
  await runInDurableObject(roomOf(organization, board), (room) => {
    expect(() => room.reconcile(stranger.tenant)).toThrow("another organization");
  });
});
