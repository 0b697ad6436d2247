import { beforeAll, expect, test } from "vitest";
import type { OutsideLink } from "#domain/boards/links-api.ts";
import { testId } from "#domain/boards/testing.ts";
import type { BoardView } from "#domain/boards/view.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";

const [HERE, THERE] = [testId("crd", 1), testId("crd", 2)];
let firm: TestOrganization;
let [study, site] = ["", ""];

const push = async (board: string, ...ops: object[]) => {
  const pushed = await firm.owner.call(`post /boards/${board}/ops`, { ops });
  expect(pushed.status).toBe(200);
};
async function makeBoard(title: string, card: string, name: string): Promise<string> {
  const made = await firm.owner.call("post /boards", { title });
  const { id } = await made.json<BoardView>();
  const cards = await firm.owner.call(`get /boards/${id}/cards`);
  const { columns } = await cards.json<{ columns: { id: string }[] }>();
  const fields = { title: name };
  const place = { column: columns[0]?.id, after: null, before: null };
  await push(id, { kind: "card.create", card, ...place, fields });
  return id;
}
const links = async (board: string) => {
  const told = await firm.owner.call(`get /boards/${board}/links`);
  return (await told.json<{ items: OutsideLink[] }>()).items;
};

beforeAll(async () => {
  firm = await mintOrganization();
  study = await makeBoard("Études", HERE, "Note de calcul");
  site = await makeBoard("Chantier", THERE, "Coulage");
});

test("a link over the edge of a board is kept by one card and told by both boards, each from its side", async () => {
  const link = { kind: "card.link", card: HERE, other: THERE, board: site };
  await push(study, { ...link, relation: "blocks" });
  expect(await links(study)).toMatchObject([
    {
      card: HERE,
      relation: "blocks",
      own: true,
      boardId: site,
      otherId: THERE,
      other: { boardTitle: "Chantier", title: "Coulage", category: "backlog", gone: false },
    },
  ]);
  expect(await links(site)).toMatchObject([
    { card: THERE, relation: "blocked_by", own: false, boardId: study, otherId: HERE },
  ]);
  const cards = await firm.owner.call(`get /boards/${study}/cards`);
  expect(await cards.json()).toMatchObject({
    cards: [{ links: [{ card: THERE, board: site, relation: "blocks" }] }],
  });
  await push(site, { kind: "card.archive", card: THERE });
  expect((await links(study))[0]?.other?.gone).toBe(true);
  await push(study, { ...link, relation: null });
  expect(await links(study)).toEqual([]);
  expect(await links(site)).toEqual([]);
});

test("a card that is not there, or of another organization, is told as nothing", async () => {
  const other = await mintOrganization();
  const made = await other.owner.call("post /boards", { title: "Ailleurs" });
  const { id } = await made.json<BoardView>();
  const link = { kind: "card.link", card: HERE, other: testId("crd", 9), relation: "relates" };
  await push(study, { ...link, board: id });
  expect(await links(study)).toMatchObject([{ own: true, boardId: id, other: null }]);
  expect((await other.owner.call(`get /boards/${study}/links`)).status).toBe(404);
});

const rename = (card: string, title: string) => ({ kind: "card.update", card, set: { title } });

test("the live event of a board names the boards that its changed cards are linked with, each once", async () => {
  const [mine, plain, also] = [testId("crd", 5), testId("crd", 6), testId("crd", 7)];
  const third = await makeBoard("Marchés", also, "Lot 3");
  const cards = await firm.owner.call(`get /boards/${study}/cards`);
  const { columns } = await cards.json<{ columns: { id: string }[] }>();
  const create = { kind: "card.create", column: columns[0]?.id, after: null, before: null };
  const link = { kind: "card.link", card: mine, relation: "relates" };
  const linked = async () => {
    const { results } = await firm.db
      .prepare(
        "SELECT after FROM outbox WHERE type = 'board.projected' AND entity_id = ? ORDER BY seq DESC LIMIT 1",
      )
      .bind(study)
      .all<{ after: string }>();
    const told = JSON.parse(results[0]?.after ?? "{}") as { id: string; linked: string[] };
    expect(told.id).toBe(study);
    return told.linked.toSorted();
  };
  await push(study, { ...create, card: mine, fields: { title: "Devis" } });
  await push(study, { ...create, card: plain, fields: { title: "Plan" } });
  expect(await linked()).toEqual([]);
  await push(study, { ...link, card: mine, other: plain });
  expect(await linked()).toEqual([]);
  await push(study, { ...link, other: also, board: third });
  expect(await linked()).toEqual([third]);
  await push(study, { ...link, other: THERE, board: site }, { ...link, other: also, board: site });
  expect(await linked()).toEqual([site, third].toSorted());
  await push(study, rename(mine, "Devis signé"));
  expect(await linked()).toEqual([site, third].toSorted());
  await push(study, { ...create, card: testId("crd", 8), fields: { title: "Visa" } });
  expect(await linked()).toEqual([]);
});
