import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { beforeAll, expect, test } from "vitest";
import { cardOp } from "#domain/boards/testing.ts";
import { roomName } from "#worker/platform/tenant.ts";
import {
  mintOrganization,
  testEnv,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";
import { join, newBoard, roomOf } from "./testing-room.ts";

let organization: TestOrganization;
let owner: TestPerson;

beforeAll(async () => {
  organization = await mintOrganization();
  ({ owner } = organization);
});

const outbox = () => testEnv.OUTBOX_ROOM.getByName(roomName(organization.tenant, "outbox"));

/** Takes the object's knowledge of itself away, or gives it back: every call in between fails. */
const stun = (board: string, stunned: boolean) =>
  runInDurableObject(roomOf(organization, board), (_room, state) => {
    const [from, to] = stunned ? ["meta", "away"] : ["away", "meta"];
    state.storage.sql.exec(`ALTER TABLE ${from} RENAME TO ${to}`);
  });

test("open sockets lose their rights when a board is archived, and get them back", async () => {
  const board = await newBoard(owner);
  const one = await join(owner, board.id, "client_one");
  await owner.call(`post /boards/${board.id}/archive`, { version: 1 });
  await one.until("rights", ({ rights }) => !rights.write);
  expect(await one.push(1, [cardOp(1)])).toMatchObject([{ reason: "archived" }]);
  await owner.call(`post /boards/${board.id}/restore`, { version: 2 });
  await one.until("rights", ({ rights }) => rights.write);
});

test("an object that could not be reached when its board was archived is told until it has heard", async () => {
  const board = await newBoard(owner);
  const one = await join(owner, board.id, "client_one");
  await stun(board.id, true);
  const answer = await owner.call(`post /boards/${board.id}/archive`, { version: 1 });
  expect(answer.status).toBe(200);
  await outbox().poke(organization.tenant);
  expect(one.frames.filter(({ kind }) => kind === "rights")).toEqual([]);
  await runDurableObjectAlarm(outbox());
  await stun(board.id, false);
  await runDurableObjectAlarm(outbox());
  await one.until("rights", ({ rights }) => !rights.write);
  expect(await one.push(1, [cardOp(1)])).toMatchObject([{ reason: "archived" }]);
  const told = one.frames.filter(({ kind }) => kind === "rights").length;
  await runDurableObjectAlarm(outbox());
  expect(one.frames.filter(({ kind }) => kind === "rights")).toHaveLength(told);
});
