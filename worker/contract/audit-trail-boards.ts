import { testId } from "#domain/boards/testing.ts";
import { newId } from "#domain/ids.ts";
import { TEMPLATE } from "#worker/features/boards/testing-template.ts";
import { VIEW } from "#worker/features/boards/testing-view.ts";
import type { Change, Firm } from "./audit-trail.ts";
import { importOf } from "./samples.ts";

const id = (answer: { id: string }) => answer.id;
const board = async ({ owner }: Firm) => id(await owner.json("post /boards", { title: "Quai" }));
const task = async (firm: Firm) =>
  id(await firm.owner.json("post /tasks", { boardId: await board(firm), title: "Joint" }));

/** What changes boards, their cards and their imports. */
export const BOARD_TRAIL: Record<string, (firm: Firm) => Promise<Change>> = {
  "post /boards": async () => ({ path: "/boards", body: { title: "Chantier" } }),
  "patch /boards/{id}": async (firm) => {
    const body = { version: 1, changes: { title: "Autre titre" } };
    return { path: `/boards/${await board(firm)}`, body };
  },
  "post /boards/{id}/archive": async (firm) => {
    return { path: `/boards/${await board(firm)}/archive`, body: { version: 1 } };
  },
  "post /boards/{id}/restore": async (firm) => {
    const record = await board(firm);
    await firm.owner.json(`post /boards/${record}/archive`, { version: 1 });
    return { path: `/boards/${record}/restore`, body: { version: 2 } };
  },
  "post /boards/{id}/ops": async (firm) => {
    const column = testId("col", 77);
    const fields = { name: "Réserves", category: "todo" };
    const op = { kind: "column.create", column, after: null, before: null, fields };
    return { path: `/boards/${await board(firm)}/ops`, body: { ops: [op] }, record: column };
  },
  "post /boards/{id}/backups": async (firm) => {
    const record = await board(firm);
    return { path: `/boards/${record}/backups`, body: {}, record };
  },
  "post /boards/{id}/backups/{backup}/restore": async (firm) => {
    const record = await board(firm);
    const backup = id(await firm.owner.json(`post /boards/${record}/backups`, {}));
    return { path: `/boards/${record}/backups/${backup}/restore`, body: {}, record };
  },
  "put /boards/{id}/views/{view}": async (firm) => {
    return { path: `/boards/${await board(firm)}/views/${newId("bvw")}`, body: VIEW };
  },
  "delete /boards/{id}/views/{view}": async (firm) => {
    const path = `/boards/${await board(firm)}/views/${newId("bvw")}`;
    return { path, record: id(await firm.owner.json(`put ${path}`, VIEW)) };
  },
  "put /boards/{id}/templates/{template}": async (firm) => {
    return { path: `/boards/${await board(firm)}/templates/${newId("tpl")}`, body: TEMPLATE };
  },
  "delete /boards/{id}/templates/{template}": async (firm) => {
    const path = `/boards/${await board(firm)}/templates/${newId("tpl")}`;
    return { path, record: id(await firm.owner.json(`put ${path}`, TEMPLATE)) };
  },
  "post /tasks": async (firm) => {
    return { path: "/tasks", body: { boardId: await board(firm), title: "Purge des réserves" } };
  },
  "patch /tasks/{id}": async (firm) => {
    const body = { version: 1000, changes: { title: "Autre titre" } };
    return { path: `/tasks/${await task(firm)}`, body };
  },
  "delete /tasks/{id}": async (firm) => {
    const record = await task(firm);
    return { path: `/tasks/${record}`, record };
  },
  "post /tasks/{id}/restore": async (firm) => {
    const record = await task(firm);
    await firm.owner.json(`delete /tasks/${record}`);
    return { path: `/tasks/${record}/restore`, record };
  },
  "post /board-imports": async (firm) => {
    return { path: "/board-imports", body: importOf(await board(firm)) };
  },
  "post /board-imports/{id}/cancel": async (firm) => {
    const record = id(await firm.owner.json("post /board-imports", importOf(await board(firm))));
    return { path: `/board-imports/${record}/cancel`, record };
  },
};
