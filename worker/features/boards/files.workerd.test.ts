import { beforeAll, expect, test } from "vitest";
import { FILE_LIMITS } from "#domain/boards/card-file.ts";
import { testId } from "#domain/boards/testing.ts";
import type { BoardView } from "#domain/boards/view.ts";
import { fileSource } from "#worker/platform/exports/archive-store.ts";
import {
  mintOrganization,
  testEnv,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";

let firm: TestOrganization;
let owner: TestPerson;
let board: string;
const file = (n: number) => testId("fil", n);
const path = (n: number, at = board) => `/boards/${at}/files/${file(n)}`;
const base64 = (bytes: Uint8Array) =>
  btoa([...bytes].map((byte) => String.fromCharCode(byte)).join(""));

async function upload(n: number, bytes: Uint8Array, about: { name: string; type: string }) {
  const { partBytes } = FILE_LIMITS;
  for (let at = 0; at < bytes.length; at += partBytes) {
    const data = base64(bytes.slice(at, at + partBytes));
    const sent = await owner.call(`put ${path(n)}/parts/${at / partBytes}`, { data });
    expect(sent.status).toBe(204);
  }
  return owner.call(`post ${path(n)}`, { ...about, size: bytes.length });
}

beforeAll(async () => {
  firm = await mintOrganization();
  ({ owner } = firm);
  const made = await owner.call("post /boards", { title: "Chantier" });
  board = (await made.json<BoardView>()).id;
});

test("a file comes in parts and goes out whole, under the name that it came with", async () => {
  const bytes = new Uint8Array(FILE_LIMITS.partBytes + 7).map((_, at) => at % 251);
  const made = await upload(1, bytes, { name: "Élévation 'B'.png", type: "image/png" });
  expect(made.status).toBe(201);
  const got = await owner.call(`get ${path(1)}`);
  expect(got.headers.get("content-type")).toBe("application/octet-stream");
  expect(got.headers.get("x-content-type-options")).toBe("nosniff");
  expect(got.headers.get("content-security-policy")).toContain("sandbox");
  expect(got.headers.get("content-disposition")).toBe(
    "attachment; filename*=UTF-8''%C3%89l%C3%A9vation%20%27B%27.png",
  );
  expect(new Uint8Array(await got.arrayBuffer())).toEqual(bytes);
  // Told again after its answer was lost, it is the same file.
  expect((await upload(1, bytes, { name: "Autre.png", type: "image/png" })).status).toBe(201);
});

test("what could be a page is only bytes to keep", async () => {
  const page = new TextEncoder().encode("<script>alert(1)</script>");
  await upload(2, page, { name: "plan.html", type: "text/html" });
  await upload(3, page, { name: "plan.svg", type: "image/svg+xml" });
  for (const n of [2, 3]) {
    const got = await owner.call(`get ${path(n)}`);
    expect(got.headers.get("content-type")).toBe("application/octet-stream");
    expect(got.headers.get("content-disposition")).toMatch(/^attachment/);
    await got.body?.cancel();
  }
});

test("parts that are missing, and files beyond the limit, are told", async () => {
  const short = await owner.call(`post ${path(4)}`, { name: "a.pdf", size: 9, type: "x/y" });
  expect(short.status).toBe(409);
  expect(await short.json()).toMatchObject({ code: "file.incomplete" });
  const size = FILE_LIMITS.bytes + 1;
  expect((await owner.call(`post ${path(4)}`, { name: "a", size, type: "x/y" })).status).toBe(422);
  expect((await owner.call(`get ${path(4)}`)).status).toBe(404);
});

test("a file that is whole is never another one: what its id stands for stays", async () => {
  await upload(8, new Uint8Array([1, 2, 3]), { name: "contrat.pdf", type: "application/pdf" });
  const other = { data: btoa("autre chose") };
  await owner.call(`put ${path(8)}/parts/0`, other);
  const again = { name: "contrat.pdf", size: 11, type: "application/pdf" };
  const answer = await owner.call(`post ${path(8)}`, again);
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ code: "file.taken" });
  const got = await owner.call(`get ${path(8)}`);
  expect(new Uint8Array(await got.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
});

test("nobody of another organization, and nobody without the key, gets or sends a file", async () => {
  await upload(5, new Uint8Array([1, 2, 3]), { name: "a.bin", type: "x/y" });
  const other = await mintOrganization();
  expect((await other.owner.call(`get ${path(5)}`)).status).toBe(404);
  const theirs = await other.owner.call("post /boards", { title: "Ailleurs" });
  const { id } = await theirs.json<BoardView>();
  expect((await other.owner.call(`get ${path(5, id)}`)).status).toBe(404);
  const viewer = await firm.join("viewer", "Zoé");
  expect((await viewer.call(`put ${path(6)}/parts/0`, { data: "AAAA" })).status).toBe(403);
  const read = await viewer.call(`get ${path(5)}`);
  expect(read.status).toBe(200);
  await read.body?.cancel();
  await firm.restrict(viewer, ["clients.read"]);
  expect((await viewer.call(`get ${path(5)}`)).status).toBe(403);
});

test("exports hold the files, not parts that are on their way", async () => {
  await owner.call(`put ${path(7)}/parts/0`, { data: "AAAA" });
  const files = await fileSource(testEnv, firm.tenant).list(null, 100);
  const paths = files.map((one) => one.path);
  expect(paths).toContain(`boards/${board}/${file(1)}`);
  expect(paths.filter((one) => one.startsWith("uploads/"))).toEqual([]);
});

test("a picture has a small one for cards: the first that was sent, else the file itself while that is small", async () => {
  const whole = new Uint8Array([9, 9, 9, 9]);
  const face = async () => owner.call(`get ${path(11)}/face`);
  const bytes = async () => new Uint8Array(await (await face()).arrayBuffer());
  expect((await face()).status).toBe(404);
  const early = await owner.call(`put ${path(11)}/face`, { data: base64(new Uint8Array([1])) });
  expect(early.status).toBe(404);
  await upload(11, whole, { name: "photo.png", type: "image/png" });
  expect(await bytes()).toEqual(whole);
  for (const one of [1, 2]) {
    const data = base64(new Uint8Array([one]));
    expect((await owner.call(`put ${path(11)}/face`, { data })).status).toBe(204);
  }
  expect(await bytes()).toEqual(new Uint8Array([1]));
  expect((await face()).headers.get("content-disposition")).toMatch(/^attachment/);
  await testEnv.FILES.put(
    `${firm.tenant.organizationId}/boards/${board}/${file(12)}`,
    new Uint8Array(2_000_001),
  );
  expect((await owner.call(`get ${path(12)}/face`)).status).toBe(404);
});

test("the files of a card are listed in their order, with who attached them; of no card there is none", async () => {
  const made = await owner.call("get /boards/{id}/cards".replace("{id}", board));
  const { columns } = await made.json<{ columns: { id: string }[] }>();
  const card = testId("crd", 1);
  const about = { name: "plan.png", size: 3, type: "image/png" };
  const nowhere = { after: null, before: null };
  const add = [21, 22].map((n) => ({ id: file(n), ...about }));
  const pushed = await owner.call(`post /boards/${board}/ops`, {
    ops: [
      { kind: "card.create", card, column: columns[0]?.id, ...nowhere, fields: { title: "A" } },
      { kind: "card.update", card, set: {}, files: { add } },
      { kind: "card.update", card, set: { cover: file(22) } },
    ],
  });
  expect(pushed.status).toBe(200);
  const listed = await owner.call(`get /boards/${board}/cards/${card}/files`);
  const { items } = await listed.json<{ items: { id: string; by: string }[] }>();
  expect(items.map(({ id }) => id)).toEqual([file(21), file(22)]);
  expect(items[0]).toMatchObject({ ...about, by: owner.userId });
  expect(await (await owner.call(`get /tasks/${card}?board=${board}`)).json()).toMatchObject({
    cover: file(22),
  });
  const none = await owner.call(`get /boards/${board}/cards/${testId("crd", 9)}/files`);
  expect(none.status).toBe(404);
});
