import { expect, test } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import type { BoardView } from "#domain/boards/view.ts";
import { mintOrganization } from "#worker/platform/testing.ts";

test("a card that went on another board says where, in the archive and by its id, until it is back; the one there says whence", async () => {
  const firm = await mintOrganization();
  const made = await firm.owner.call("post /boards", { title: "Études" });
  const { id } = await made.json<BoardView>();
  const cards = await firm.owner.call(`get /boards/${id}/cards`);
  const { columns } = await cards.json<{ columns: { id: string }[] }>();
  const push = (...ops: object[]) => firm.owner.call(`post /boards/${id}/ops`, { ops });
  const [card, from] = [testId("crd", 1), { board: testId("brd", 8), card: testId("crd", 8) }];
  const to = { board: testId("brd", 9), card: testId("crd", 9) };
  const create = { kind: "card.create", card, column: columns[0]?.id, after: null, before: null };
  await push({ ...create, fields: { title: "Note" }, from }, { kind: "card.archive", card, to });
  const archive = await firm.owner.call(`get /boards/${id}/archive`);
  expect(await archive.json()).toMatchObject({ items: [{ id: card, movedTo: to }] });
  const task = () => firm.owner.call(`get /tasks/${card}?board=${id}`);
  expect(await (await task()).json()).toMatchObject({ archived: true, movedTo: to });
  const history = await firm.owner.call(`get /boards/${id}/cards/${card}/history`);
  expect(await history.json()).toMatchObject({
    items: [
      { changes: [{ field: "archived" }, { field: "movedTo", after: `${to.board}/${to.card}` }] },
      {
        changes: expect.arrayContaining([
          expect.objectContaining({ field: "cameFrom", after: `${from.board}/${from.card}` }),
        ]),
      },
    ],
  });
  await push({ kind: "card.unarchive", card });
  expect(await (await task()).json()).toMatchObject({ archived: false, movedTo: null });
});
