import { runInDurableObject } from "cloudflare:test";
import { beforeAll, expect, test } from "vitest";
import type { BoardBackup } from "#domain/boards/backups-api.ts";
import { cardOp, testId } from "#domain/boards/testing.ts";
import { newBoard, join, roomOf } from "#objects/board/testing-room.ts";
import { mintOrganization, testEnv, type TestPerson } from "#worker/platform/testing.ts";
import { filesPrefix } from "#worker/platform/tenant.ts";
import { reconcileBoards } from "./reconcile-boards.ts";

let firm: Awaited<ReturnType<typeof mintOrganization>>;
let owner: TestPerson;
beforeAll(async () => {
  firm = await mintOrganization();
  ({ owner } = firm);
});

const card = testId("crd", 1);
const title = (text: string) => ({ kind: "card.update", card, set: { title: text } });

/** A board with one card. */
async function scene() {
  const { id } = await newBoard(owner);
  const answer = await owner.call(`get /boards/${id}/cards`);
  const { columns } = await answer.json<{ columns: { id: string }[] }>();
  const push = (...ops: unknown[]) => owner.call(`post /boards/${id}/ops`, { ops });
  const add = (n: number) => push({ ...cardOp(n), column: columns[0]?.id });
  await add(1);
  const list = async () => {
    const told = await owner.call(`get /boards/${id}/backups`);
    return (await told.json<{ items: BoardBackup[] }>()).items;
  };
  const titles = async () => {
    const now = await owner.call(`get /boards/${id}/cards`);
    const { cards } = await now.json<{ cards: { title: string }[] }>();
    return cards.map((one) => one.title).toSorted();
  };
  const keep = async () => {
    const made = await owner.call(`post /boards/${id}/backups`, {});
    expect(made.status).toBe(201);
    return made.json<BoardBackup>();
  };
  const goBack = (backup: string, key?: string) =>
    owner.call(
      `post /boards/${id}/backups/${backup}/restore`,
      {},
      key ? { "idempotency-key": key } : {},
    );
  return { id, push, add, list, titles, keep, goBack };
}

test("a board goes back to how it was, pages follow, and from there back to how it was before", async () => {
  const { id, push, add, list, titles, keep, goBack } = await scene();
  await push(title("Comme hier"));
  const kept = await keep();
  expect(kept).toMatchObject({ why: "asked", cards: 1, columns: 5 });
  await push(title("Une bêtise"));
  await add(2);
  const late = await titles();
  const page = await join(owner, id, "client_page");
  const returned = await goBack(kept.id);
  expect(returned.status).toBe(200);
  const { before } = await returned.json<{ before: BoardBackup }>();
  expect(before).toMatchObject({ why: "before", cards: 2 });
  expect(await titles()).toEqual(["Comme hier"]);
  const tasks = await owner.call(`get /tasks?board=${id}`);
  expect((await tasks.json<{ items: unknown[] }>()).items).toHaveLength(1);
  expect(await page.closed).toBe(4408);
  expect((await list()).map(({ why }) => why)).toEqual(["before", "asked"]);
  await goBack(before.id);
  expect(await titles()).toEqual(late);
});

test("the same request puts a board back once", async () => {
  const { push, titles, keep, goBack, list } = await scene();
  const kept = await keep();
  const key = crypto.randomUUID();
  const first = await goBack(kept.id, key);
  await push(title("Depuis"));
  const again = await goBack(kept.id, key);
  expect(await again.json()).toEqual(await first.json());
  expect(await titles()).toContain("Depuis");
  expect(await list()).toHaveLength(2);
});

test("nights keep a board that changed, and forget what is older than a month", async () => {
  const { id, push, list } = await scene();
  await reconcileBoards(testEnv, firm.tenant);
  await reconcileBoards(testEnv, firm.tenant);
  const [night] = await list();
  expect(await list()).toMatchObject([{ why: "night", cards: 1 }]);
  const old = "UPDATE backups SET at = '2020-01-01T00:00:00.000Z'";
  await runInDurableObject(roomOf(firm, id), (_room, { storage }) => void storage.sql.exec(old));
  await push(title("Encore"));
  await reconcileBoards(testEnv, firm.tenant);
  expect((await list()).map((one) => one.id)).not.toContain(night?.id);
  const key = `${filesPrefix(firm.tenant)}backups/boards/${id}/${night?.id}.json`;
  expect(await testEnv.FILES.head(key)).toBeNull();
});

test("what is not there is told, and only who manages boards may", async () => {
  const { id, goBack } = await scene();
  expect((await goBack(testId("bak", 9))).status).toBe(404);
  const member = await firm.join("viewer");
  expect((await member.call(`get /boards/${id}/backups`)).status).toBe(403);
  const { version } = await (await owner.call(`get /boards/${id}`)).json<{ version: number }>();
  await owner.call(`post /boards/${id}/archive`, { version });
  expect((await goBack(testId("bak", 9))).status).toBe(409);
});
