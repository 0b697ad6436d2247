import { beforeAll, expect, test } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import type { BoardView } from "#domain/boards/view.ts";
import { mintOrganization, testEnv, type TestOrganization } from "#worker/platform/testing.ts";
import { forgetFiles } from "./forget-files.ts";

const DAY = 24 * 60 * 60 * 1000;
const CARD = testId("crd", 1);
const about = { name: "plan.png", size: 3, type: "image/png" };
const file = (n: number) => testId("fil", n);

let firm: TestOrganization;
let board: string;
const night = (day: number) => {
  const at = Date.now() + day * DAY;
  return forgetFiles(testEnv, { now: () => at }, firm.tenant);
};
const push = async (...ops: object[]) => {
  const pushed = await firm.owner.call(`post /boards/${board}/ops`, { ops });
  expect(pushed.status).toBe(200);
};
const files = (delta: { add?: number[]; remove?: number[] }, card = CARD) => ({
  kind: "card.update",
  card,
  set: {},
  files: {
    add: (delta.add ?? []).map((n) => ({ id: file(n), ...about })),
    remove: (delta.remove ?? []).map(file),
  },
});
async function there(): Promise<string[]> {
  const prefix = `${firm.tenant.organizationId}/boards/${board}/`;
  const { objects } = await testEnv.FILES.list({ prefix });
  return objects.map(({ key }) => key.slice(prefix.length)).toSorted();
}

beforeAll(async () => {
  firm = await mintOrganization();
  const made = await firm.owner.call("post /boards", { title: "Chantier" });
  board = (await made.json<BoardView>()).id;
  const { columns } = await (
    await firm.owner.call(`get /boards/${board}/cards`)
  ).json<{ columns: { id: string }[] }>();
  const create = (card: string) => ({
    kind: "card.create",
    card,
    column: columns[0]?.id,
    after: null,
    before: null,
    fields: { title: "Visa" },
  });
  for (const n of [1, 2, 3, 4]) {
    await firm.owner.call(`put /boards/${board}/files/${file(n)}/parts/0`, { data: btoa("abc") });
    await firm.owner.call(`post /boards/${board}/files/${file(n)}`, about);
  }
  await firm.owner.call(`put /boards/${board}/files/${file(1)}/face`, { data: btoa("a") });
  const gone = testId("crd", 2);
  await push(create(CARD), create(gone), files({ add: [1, 2] }), files({ add: [3] }, gone));
  await push({ kind: "card.delete", card: gone });
});

test("bytes go once no card has named them for 35 days; what comes back meanwhile stays, as does what deleted cards have", async () => {
  await night(0);
  await push(files({ remove: [1, 2] }));
  await night(1);
  await night(30);
  // Number 4 never came to a card, and was noted on the first night.
  expect(await there()).toEqual(
    [1, 2, 3, 4].flatMap((n) => (n === 1 ? [file(1), `${file(1)}.face`] : [file(n)])),
  );
  // Taken back within the time: it counts anew from when it is taken off again.
  await push(files({ add: [2] }));
  await night(35.5);
  expect(await there()).toEqual([file(1), `${file(1)}.face`, file(2), file(3)]);
  await push(files({ remove: [2] }));
  await night(36.5);
  expect(await there()).toEqual([file(2), file(3)]);
  await night(60);
  expect(await there()).toEqual([file(2), file(3)]);
  await night(72);
  expect(await there()).toEqual([file(3)]);
  // Once they are gone nothing is left to note.
  await night(73);
  const rows = await firm.db.prepare("SELECT id FROM loose_files").all();
  expect(rows.results).toEqual([]);
});
