import { beforeAll, expect, test } from "vitest";
import type { CardChange } from "#domain/boards/comments-api.ts";
import { testId } from "#domain/boards/testing.ts";
import type { BoardView } from "#domain/boards/view.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";

const [HERE, BESIDE, THERE] = [testId("crd", 1), testId("crd", 3), testId("crd", 2)];
let firm: TestOrganization;
let [study, site] = ["", ""];

const push = async (board: string, ...ops: object[]) => {
  const pushed = await firm.owner.call(`post /boards/${board}/ops`, { ops });
  expect(await pushed.json()).toMatchObject({ results: ops.map(() => ({ outcome: "applied" })) });
};
async function makeBoard(title: string, ...cards: [id: string, name: string][]): Promise<string> {
  const made = await firm.owner.call("post /boards", { title });
  const { id } = await made.json<BoardView>();
  const read = await firm.owner.call(`get /boards/${id}/cards`);
  const { columns } = await read.json<{ columns: { id: string }[] }>();
  const place = { column: columns[0]?.id, after: null, before: null };
  for (const [card, name] of cards) {
    await push(id, { kind: "card.create", card, ...place, fields: { title: name } });
  }
  return id;
}
const history = async (board: string, card: string, query = "") => {
  const told = await firm.owner.call(`get /boards/${board}/cards/${card}/history${query}`);
  return told.json<{ items: CardChange[]; next: number | null }>();
};
/** What is told of links, last first. */
const links = async (board: string, card: string) =>
  (await history(board, card)).items
    .filter(({ action }) => action === "card.link")
    .map(({ changes: [change], outside }) => [change?.before, change?.after, outside?.title]);

const between = { kind: "card.link", card: HERE, other: THERE };

beforeAll(async () => {
  firm = await mintOrganization();
  study = await makeBoard("Études", [HERE, "Note de calcul"], [BESIDE, "Plan"]);
  // The same id as a card of the other board: ids are unique below their board only.
  site = await makeBoard("Chantier", [THERE, "Coulage"], [BESIDE, "Banches"]);
});

test("a link with a card of another board is told by the history of both, each from its side, also once it ended", async () => {
  await push(study, { ...between, board: site, relation: "blocks" });
  await push(study, { ...between, board: site, relation: null });
  const here = { relation: "blocks", other: `${site}/${THERE}` };
  const there = { relation: "blocked_by", other: `${study}/${HERE}` };
  expect(await links(study, HERE)).toEqual([
    [here, null, "Coulage"],
    [null, here, "Coulage"],
  ]);
  expect(await links(site, THERE)).toEqual([
    [there, null, "Note de calcul"],
    [null, there, "Note de calcul"],
  ]);
  expect((await history(site, THERE)).items[0]).toMatchObject({
    actorId: firm.owner.userId,
    outside: { boardTitle: "Études", columnName: expect.any(String), gone: false },
  });
});

test("a link that was said on another card of the board is told by both, and by no card of the same id elsewhere", async () => {
  await push(study, { kind: "card.link", card: HERE, other: BESIDE, relation: "blocks" });
  expect(await links(study, BESIDE)).toEqual([
    [null, { relation: "blocked_by", other: HERE }, undefined],
  ]);
  expect(await links(site, BESIDE)).toEqual([]);
});

test("pages go on where the last one ended, whichever card said it", async () => {
  const all = (await history(site, THERE)).items;
  expect(all.map(({ action }) => action)).toEqual(["card.link", "card.link", "card.create"]);
  const first = await history(site, THERE, "?limit=1");
  const rest = await history(site, THERE, `?before=${first.next}`);
  expect([...first.items, ...rest.items]).toEqual(all);
});

test("of a card that is not there, and of a board of another organization, nothing is told", async () => {
  const other = await mintOrganization();
  const made = await other.owner.call("post /boards", { title: "Ailleurs" });
  const { id } = await made.json<BoardView>();
  await push(study, { ...between, board: id, relation: "relates" });
  const told = (await history(study, HERE)).items[0];
  expect(told).toMatchObject({ changes: [{ after: { other: `${id}/${THERE}` } }], outside: null });
  expect((await other.owner.call(`get /boards/${study}/cards/${HERE}/history`)).status).toBe(404);
  const theirs = await other.owner.call(`get /boards/${id}/cards/${THERE}/history`);
  expect(await theirs.json()).toEqual({ items: [], next: null });
});
