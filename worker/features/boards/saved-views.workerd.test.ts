import { beforeAll, describe, expect, it } from "vitest";
import type { SavedView } from "#domain/boards/saved-view.ts";
import { newId } from "#domain/ids.ts";
import { openFirm, type Colleague } from "#worker/features/members/testing.ts";
import { VIEW } from "./testing-view.ts";

let firm: Awaited<ReturnType<typeof openFirm>>;
let member: Colleague;
let viewer: Colleague;
let board: string;

beforeAll(async () => {
  firm = await openFirm();
  [member, viewer] = [await firm.hire("member"), await firm.hire("viewer")];
  board = (await firm.owner.json<{ id: string }>("post /boards", { title: "Études" })).id;
});

const path = (view: string) => `/boards/${board}/views/${view}`;
const save = (by: Colleague, view: string, more: object = {}) =>
  by.call(`put ${path(view)}`, { ...VIEW, ...more });
const names = async (by: Colleague) => {
  const { items } = await by.json<{ items: SavedView[] }>(`get /boards/${board}/views`);
  return items.map(({ name }) => name);
};
const chosenBy = async (by: Colleague) => {
  const { items } = await by.json<{ items: SavedView[] }>(`get /boards/${board}/views`);
  return items.find(({ isDefault }) => isDefault)?.name;
};
const choose = (by: Colleague, chosen: string | null) =>
  by.call(`put /boards/${board}/default-view`, { view: chosen });
const codeOf = async (response: Response) => (await response.json<{ code: string }>()).code;

describe("saved views of a board", () => {
  it("are their owner's alone until they are shared, and then everybody's to read", async () => {
    const view = newId("bvw");
    const made = await save(member, view, { shared: false, name: "À moi" });
    expect(await made.json()).toMatchObject({ version: 1, shared: false, can: { write: true } });
    expect(await names(member)).toContain("À moi");
    expect(await names(firm.owner)).not.toContain("À moi");
    const shared = await save(member, view, { version: 1, name: "À tous" });
    expect(await shared.json()).toMatchObject({ version: 2, config: VIEW.config });
    expect(await names(viewer)).toContain("À tous");
  });

  it("of somebody else are changed by who manages boards, once they are shared, and by nobody before", async () => {
    const [own, open] = [newId("bvw"), newId("bvw")];
    await save(member, own, { shared: false });
    await save(member, open, {});
    expect(await codeOf(await save(firm.owner, own, { version: 1 }))).toBe("board.view_not_found");
    expect(await codeOf(await firm.owner.call(`delete ${path(own)}`))).toBe("board.view_not_found");
    expect((await save(firm.owner, open, { version: 1, name: "Révisée" })).status).toBe(200);
    expect(await codeOf(await save(viewer, open, { version: 2 }))).toBe("board.view_not_found");
  });

  it("are shared by whoever may write, and kept by whoever may read", async () => {
    expect(await codeOf(await save(viewer, newId("bvw")))).toBe("permission.denied");
    expect((await save(viewer, newId("bvw"), { shared: false })).status).toBe(200);
  });

  it("that somebody changed meanwhile are a conflict with what stands", async () => {
    const view = newId("bvw");
    await save(member, view);
    await save(member, view, { version: 1, name: "Deuxième" });
    const late = await save(member, view, { version: 1, name: "Trop tard" });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      code: "conflict.version",
      params: { current: { name: "Deuxième", version: 2 } },
    });
    expect((await save(member, view)).status).toBe(409);
  });

  it("that are deleted are gone for all, and come back when they are saved as they were", async () => {
    const view = newId("bvw");
    await save(member, view, { name: "Passagère" });
    const gone = await member.json<SavedView>(`delete ${path(view)}`);
    expect(await names(viewer)).not.toContain("Passagère");
    expect(await codeOf(await member.call(`delete ${path(view)}`))).toBe("board.view_not_found");
    const back = await save(member, view, { version: gone.version, name: gone.name });
    expect(await back.json()).toMatchObject({ id: view, name: "Passagère" });
    expect(await names(viewer)).toContain("Passagère");
  });

  it("open a board for whom they are the default, until that is taken back", async () => {
    const view = newId("bvw");
    await save(member, view, { name: "D’abord" });
    expect((await choose(viewer, view)).status).toBe(204);
    expect(await chosenBy(viewer)).toBe("D’abord");
    expect(await chosenBy(member)).toBeUndefined();
    await choose(viewer, null);
    expect(await chosenBy(viewer)).toBeUndefined();
    const own = newId("bvw");
    await save(member, own, { shared: false });
    expect(await codeOf(await choose(viewer, own))).toBe("board.view_not_found");
  });

  it("tell the log and open pages neither name nor contents of what is not shared", async () => {
    const view = newId("bvw");
    const secret = {
      ...VIEW.config,
      filter: { ...VIEW.config.filter, text: "rachat confidentiel" },
    };
    await save(member, view, { shared: false, name: "Rachat", config: secret });
    const { items } = await firm.owner.json<{ items: { entityId: string }[] }>("get /audit");
    const row = JSON.stringify(items.find(({ entityId }) => entityId === view));
    expect(row).toContain("board_view.saved");
    expect(row).not.toMatch(/Rachat|rachat/);
  });
});
