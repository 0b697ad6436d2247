import { beforeAll, describe, expect, it } from "vitest";
import type { CardTemplate } from "#domain/boards/card-template.ts";
import { newId } from "#domain/ids.ts";
import { openFirm, type Colleague } from "#worker/features/members/testing.ts";
import { TEMPLATE } from "./testing-template.ts";

let firm: Awaited<ReturnType<typeof openFirm>>;
let member: Colleague;
let viewer: Colleague;
let board: string;

const newBoard = async () =>
  (await firm.owner.json<{ id: string }>("post /boards", { title: "Études" })).id;
beforeAll(async () => {
  firm = await openFirm();
  [member, viewer] = [await firm.hire("member"), await firm.hire("viewer")];
  board = await newBoard();
});

const path = (template: string, of = board) => `/boards/${of}/templates/${template}`;
const save = (by: Colleague, template: string, more: object = {}) =>
  by.call(`put ${path(template)}`, { ...TEMPLATE, ...more });
type List = { items: CardTemplate[]; archivedTags: string[] };
const list = (by: Colleague, of = board) => by.json<List>(`get /boards/${of}/templates`);
const names = async (by: Colleague) => (await list(by)).items.map(({ name }) => name);
const codeOf = async (response: Response) => (await response.json<{ code: string }>()).code;

describe("card templates of a board", () => {
  it("are everybody's who reads the board, and whoever may write makes and changes them", async () => {
    const id = newId("tpl");
    const made = await save(member, id, { name: "Relevé" });
    expect(await made.json()).toMatchObject({ version: 1, boardId: board, can: { write: true } });
    const changed = await save(firm.owner, id, { version: 1, name: "Relevé de site", dueIn: null });
    expect(await changed.json()).toMatchObject({ version: 2, dueIn: null });
    const seen = (await list(viewer)).items.find((one) => one.id === id);
    const { version: _version, ...fields } = TEMPLATE;
    expect(seen).toMatchObject({ ...fields, name: "Relevé de site", dueIn: null });
    expect(seen?.can).toEqual({ write: false });
    expect(await codeOf(await save(viewer, newId("tpl")))).toBe("permission.denied");
    expect(await codeOf(await viewer.call(`delete ${path(id)}`))).toBe("permission.denied");
  });

  it("that somebody changed meanwhile are a conflict with what stands", async () => {
    const id = newId("tpl");
    await save(member, id);
    await save(member, id, { version: 1, name: "Deuxième" });
    const late = await save(firm.owner, id, { version: 1, name: "Trop tard" });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      code: "conflict.version",
      params: { current: { name: "Deuxième", version: 2 } },
    });
  });

  it("that are deleted are gone for all, and come back when they are saved as they were", async () => {
    const id = newId("tpl");
    await save(member, id, { name: "Passager" });
    const gone = await firm.owner.json<CardTemplate>(`delete ${path(id)}`);
    expect(await names(viewer)).not.toContain("Passager");
    expect(await codeOf(await member.call(`delete ${path(id)}`))).toBe("board.template_not_found");
    await save(member, id, { version: gone.version, name: gone.name });
    expect(await names(viewer)).toContain("Passager");
  });

  it("are of one board: another one neither shows nor changes them", async () => {
    const [id, other] = [newId("tpl"), await newBoard()];
    await save(member, id);
    expect((await list(member, other)).items).toEqual([]);
    const elsewhere = path(id, other);
    expect(await codeOf(await member.call(`put ${elsewhere}`, { ...TEMPLATE, version: 1 }))).toBe(
      "board.template_not_found",
    );
    expect(await codeOf(await member.call(`delete ${elsewhere}`))).toBe("board.template_not_found");
  });

  it.each([
    ["no name", { name: " " }],
    ["a name of two lines", { name: "a\nb" }],
    ["a date before the day of use", { dueIn: -1 }],
    ["half a day", { dueIn: 0.5 }],
    ["an unknown colour", { cover: "red" }],
    ["an empty line", { checklists: [{ name: "", items: [""] }] }],
    [
      "more lines than a card may have",
      {
        checklists: [1, 2].map(() => ({ name: "", items: Array.from({ length: 151 }, () => "x") })),
      },
    ],
    ["a field that is none", { assigneeIds: [] }],
  ])("with %s are refused", async (_what, more) => {
    expect(await codeOf(await save(member, newId("tpl"), more))).toBe("request.invalid");
  });

  it("of an archived board are read and stay as they are", async () => {
    const [id, old] = [newId("tpl"), await newBoard()];
    await member.call(`put ${path(id, old)}`, TEMPLATE);
    await firm.owner.json(`post /boards/${old}/archive`, { version: 1 });
    expect((await list(member, old)).items).toMatchObject([{ id, can: { write: false } }]);
    expect(
      await codeOf(await member.call(`put ${path(id, old)}`, { ...TEMPLATE, version: 1 })),
    ).toBe("board.archived");
    expect(await codeOf(await member.call(`delete ${path(id, old)}`))).toBe("board.archived");
  });

  it("are a hundred at most, deleted ones not counted", async () => {
    const full = await newBoard();
    const ids = Array.from({ length: 100 }, () => newId("tpl"));
    const put = (id: string) => member.call(`put ${path(id, full)}`, TEMPLATE);
    for (const id of ids) expect((await put(id)).status).toBe(200);
    const refused = await put(newId("tpl"));
    expect(await refused.json()).toMatchObject({
      code: "board.template_too_many",
      params: { most: 100 },
    });
    await member.json(`delete ${path(ids[0] ?? "", full)}`);
    expect((await put(newId("tpl"))).status).toBe(200);
  });

  it("say which of their tags archived cards still carry", async () => {
    const own = await newBoard();
    await member.call(`put ${path(newId("tpl"), own)}`, { ...TEMPLATE, tags: ["Visa", "Perdue"] });
    const task = { boardId: own, title: "Ancienne", tags: ["Visa", "Autre"] };
    const { id: card } = await member.json<{ id: string }>("post /tasks", task);
    expect((await list(member, own)).archivedTags).toEqual([]);
    await member.json(`post /boards/${own}/ops`, { ops: [{ kind: "card.archive", card }] });
    await expect.poll(async () => (await list(member, own)).archivedTags).toEqual(["Visa"]);
  });

  it("leave what was done to them in the log, lines of checklists included", async () => {
    const id = newId("tpl");
    await save(member, id);
    await save(member, id, {
      version: 1,
      checklists: [{ name: "Avant envoi", items: ["Relire"] }],
    });
    const { items } = await firm.owner.json<{
      items: { entityId: string; action: string; changes: object[] }[];
    }>("get /audit");
    const rows = items.filter(({ entityId }) => entityId === id);
    expect(rows.map(({ action }) => action)).toEqual([
      "card_template.saved",
      "card_template.saved",
    ]);
    expect(rows[0]?.changes).toEqual([
      {
        field: "checklists",
        before: ["Avant envoi: Relire", "Avant envoi: Signer"],
        after: ["Avant envoi: Relire"],
      },
    ]);
  });
});
