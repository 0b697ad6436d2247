import { beforeAll, expect, test } from "vitest";
import type { BoardFile } from "#domain/board-imports/board-file.ts";
import { testId } from "#domain/boards/testing.ts";
import type { BoardView } from "#domain/boards/view.ts";
import type { NoteView } from "#domain/notes/model.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";

const CARD = testId("crd", 1);
let firm: TestOrganization;
let board = "";
let note = "";

const ask = async <T>(path: string) => (await firm.owner.call(path)).json<T>();
const push = async (...ops: object[]) => {
  const pushed = await firm.owner.call(`post /boards/${board}/ops`, { ops });
  return (await pushed.json<{ results: { outcome: string }[] }>()).results[0]?.outcome;
};
const link = (relation: "relates" | null) => {
  return { kind: "card.link", card: CARD, other: note, relation };
};
const named = async (id: string) => {
  const { items } = await ask<{ items: { title: string }[] }>(`get /tasks?note=${id}&state=all`);
  return items.map(({ title }) => title);
};
const exported = async () => {
  const { cards } = await ask<BoardFile>(`get /boards/${board}/export.json`);
  return cards[0]?.notes;
};

beforeAll(async () => {
  firm = await mintOrganization();
  board = (await (await firm.owner.call("post /boards", { title: "Études" })).json<BoardView>()).id;
  const body = { title: "Réunion n° 18", heldOn: "2026-11-20" };
  note = (await (await firm.owner.call("post /notes", body)).json<NoteView>()).id;
  const { columns } = await ask<{ columns: { id: string }[] }>(`get /boards/${board}/cards`);
  const place = { column: columns[0]?.id, after: null, before: null };
  await push({ kind: "card.create", card: CARD, ...place, fields: { title: "Compte rendu" } });
});

test("a card that is linked with a note is found by it, and tells it", async () => {
  expect(await named(note)).toEqual([]);
  expect(await push(link("relates"))).toBe("applied");
  expect(await named(note)).toEqual(["Compte rendu"]);
  expect(await named(testId("not", 9))).toEqual([]);
  expect(await ask(`get /boards/${board}/cards`)).toMatchObject({
    cards: [{ links: [], notes: [note] }],
  });
  expect(await exported()).toEqual([{ id: note, title: "Réunion n° 18" }]);
});

test("the title goes to those alone who may read notes, and with the note", async () => {
  const clerk = await firm.join("member");
  await firm.restrict(clerk, ["boards.read"]);
  const file = await (await clerk.call(`get /boards/${board}/export.json`)).json<BoardFile>();
  expect(file.cards[0]?.notes).toEqual([{ id: note, title: null }]);
  expect((await clerk.call(`get /notes?ids=${note}`)).status).toBe(403);
  await firm.owner.call(`delete /notes/${note}`);
  expect(await exported()).toEqual([{ id: note, title: null }]);
  await firm.owner.call(`post /notes/${note}/restore`);
});

test("its end is projected as well", async () => {
  expect(await push(link(null))).toBe("applied");
  expect(await named(note)).toEqual([]);
  expect(await exported()).toEqual([]);
});
