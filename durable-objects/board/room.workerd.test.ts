import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { beforeAll, expect, test } from "vitest";
import { cardOp, contents, testId } from "#domain/boards/testing.ts";
import type { Op } from "#domain/boards/ops.ts";
import {
  mintOrganization,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";
import { join, knock, newBoard, roomOf } from "./testing-room.ts";

let organization: TestOrganization;
let owner: TestPerson;
let member: TestPerson;

beforeAll(async () => {
  organization = await mintOrganization();
  ({ owner } = organization);
  member = await organization.join("member");
});

/** A card.create op in the board's first column. */
async function cardsOf(person: TestPerson, board: string, count: number): Promise<Op[]> {
  const answer = await person.call(`get /boards/${board}/cards`);
  const { columns } = await answer.json<{ columns: { id: string }[] }>();
  return Array.from({ length: count }, (_, i) => {
    return { ...cardOp(i + 1), column: columns[0]?.id ?? "" } as Op;
  });
}

test("two people see each other's cards, and the author is answered", async () => {
  const board = await newBoard(owner);
  const ops = await cardsOf(owner, board.id, 2);
  const [one, two] = [
    await join(owner, board.id, "client_one"),
    await join(member, board.id, "client_two"),
  ];
  expect(await one.push(1, ops.slice(0, 1))).toMatchObject([{ seq: 1, outcome: "applied" }]);
  await two.until("ops", (frame) => frame.to === 6);
  expect(await two.push(1, ops.slice(1))).toMatchObject([{ seq: 1, outcome: "applied" }]);
  await one.until("ops", (frame) => frame.to === 7);
  await two.until("ops", (frame) => frame.to === 7);
  expect(contents(one.board())).toEqual(contents(two.board()));
});

test("a burst reaches the others in few frames", async () => {
  const board = await newBoard(owner);
  const ops = await cardsOf(owner, board.id, 60);
  const [one, two] = [
    await join(owner, board.id, "client_one"),
    await join(member, board.id, "client_two"),
  ];
  for (const [i, op] of ops.entries()) {
    one.say({ kind: "push", acked: 0, ops: [{ seq: i + 1, base: 0, op }] });
  }
  await two.until("ops", (frame) => frame.to === 65);
  expect(two.frames.filter((frame) => frame.kind === "ops").length).toBeLessThan(20);
});

test("what was acknowledged survives an eviction, and replays change nothing", async () => {
  const board = await newBoard(owner);
  const ops = await cardsOf(owner, board.id, 3);
  const one = await join(owner, board.id, "client_one");
  const first = await one.push(1, ops);
  await evictDurableObject(roomOf(organization, board.id));
  const again = await one.push(1, ops);
  expect(again).toEqual(first);
  const late = await join(member, board.id, "client_two");
  expect(late.board().cards.size).toBe(3);
  expect(late.board().version).toBe(8);
});

test("sockets outlive an eviction and are told where the board is", async () => {
  const board = await newBoard(owner);
  const ops = await cardsOf(owner, board.id, 2);
  const [one, two] = [
    await join(owner, board.id, "client_one"),
    await join(member, board.id, "client_two"),
  ];
  await one.push(1, ops.slice(0, 1));
  await evictDurableObject(roomOf(organization, board.id));
  await one.push(2, ops.slice(1));
  expect(await two.until("head")).toMatchObject({ version: 6 });
  expect(await two.until("ops", (frame) => frame.to === 7)).toMatchObject({ from: 7 });
});

test("a client that was away gets what it missed, as ops", async () => {
  const board = await newBoard(owner);
  const ops = await cardsOf(owner, board.id, 5);
  const one = await join(owner, board.id, "client_one");
  await one.push(1, ops.slice(0, 2));
  const welcome = await one.until("welcome");
  one.socket.close(1000);
  const two = await join(member, board.id, "client_two");
  await two.push(1, ops.slice(2));
  const back = await join(owner, board.id, "client_one", { epoch: welcome.epoch, since: 7 });
  expect(await back.until("welcome")).toMatchObject({ mode: "delta", lastSeq: 2, version: 10 });
  expect(await back.until("ops")).toMatchObject({ from: 8, to: 10 });
});

test("D1 shows what the object holds, repeated and late projections change nothing", async () => {
  const board = await newBoard(owner);
  const ops = await cardsOf(owner, board.id, 4);
  const one = await join(owner, board.id, "client_one");
  await one.push(1, [...ops, { kind: "card.delete", card: testId("crd", 2) }]);
  const room = roomOf(organization, board.id);
  await runDurableObjectAlarm(room);
  const rows = () =>
    organization.db
      .prepare("SELECT id, src_version, title, deleted FROM tasks WHERE board_id = ? ORDER BY id")
      .bind(board.id)
      .all();
  const audit = () =>
    organization.db
      .prepare("SELECT count(*) AS n FROM audit WHERE source LIKE ?")
      .bind(`boards/${board.id}@%`)
      .first("n");
  const [before, told] = [(await rows()).results, await audit()];
  expect(before).toHaveLength(4);
  expect(before[1]).toMatchObject({ src_version: 10, deleted: 1 });
  expect(told).toBe(10);
  // An answer of D1 that was lost: the object sends all of it again.
  await runInDurableObject(room, (_room, state) => {
    state.storage.sql.exec("UPDATE meta SET d1Version = 0");
  });
  await one.push(6, [{ kind: "card.update", card: testId("crd", 1), set: { title: "Neuf" } }]);
  await runDurableObjectAlarm(room);
  expect((await rows()).results.slice(1)).toEqual(before.slice(1));
  expect((await rows()).results[0]).toMatchObject({ title: "Neuf", src_version: 11 });
  expect(await audit()).toBe(11);
  const last = organization.db.prepare("SELECT * FROM audit ORDER BY id DESC LIMIT 1");
  expect(await last.first()).toMatchObject({
    actor_name: "Claire Morvan",
    label: "Neuf",
    container_id: board.id,
    request_id: "client_one:6",
    address: "203.0.113.7",
  });
});

test("a person whose role is taken away is closed at once, and nothing of theirs applies", async () => {
  const board = await newBoard(owner);
  const ops = await cardsOf(owner, board.id, 2);
  const leaver = await organization.join("member");
  const one = await join(leaver, board.id, "client_one");
  await one.push(1, ops.slice(0, 1));
  await organization.remove(leaver);
  await roomOf(organization, board.id).authorityChanged(organization.tenant, leaver.userId);
  one.say({ kind: "push", acked: 0, ops: [{ seq: 2, base: 0, op: ops[1] }] });
  expect(await one.closed).toBe(4403);
  const two = await join(owner, board.id, "client_two");
  expect(two.board().version).toBe(6);
});

test("who is closed by the object is gone from the others' screens", async () => {
  const board = await newBoard(owner);
  const leaver = await organization.join("member");
  const one = await join(owner, board.id, "client_one");
  const two = await join(leaver, board.id, "client_two");
  const { peer } = await two.until("welcome");
  await organization.remove(leaver);
  await roomOf(organization, board.id).authorityChanged(organization.tenant, leaver.userId);
  expect(await one.until("left")).toEqual({ kind: "left", peer });
});

test("a viewer reads and is refused by the object", async () => {
  const board = await newBoard(owner);
  const ops = await cardsOf(owner, board.id, 1);
  const viewer = await organization.join("viewer");
  const one = await join(viewer, board.id, "client_one");
  expect(await one.until("welcome")).toMatchObject({ rights: { write: false, manage: false } });
  expect(await one.push(1, ops)).toMatchObject([{ outcome: "rejected", reason: "forbidden" }]);
});

test("another organization's ticket doesn't open the board", async () => {
  const board = await newBoard(owner);
  const stranger = (await mintOrganization("Ailleurs")).owner;
  expect((await knock(stranger, board.id)).status).toBe(401);
  const outsider = await mintOrganization("Encore ailleurs");
  await runInDurableObject(roomOf(organization, board.id), async (room) => {
    await expect(room.snapshot(outsider.tenant)).rejects.toThrow("another organization");
    const backups = room.backups(outsider.tenant, { kind: "list" });
    await expect(backups).rejects.toThrow("another organization");
  });
});

test("a ticket opens one socket", async () => {
  const board = await newBoard(owner);
  const minted = await owner.call("post /live/tickets", { room: `boards/${board.id}` });
  const { ticket } = await minted.json<{ ticket: string }>();
  expect((await knock(owner, board.id, ticket)).status).toBe(101);
  expect((await knock(owner, board.id, ticket)).status).toBe(401);
});

test("presence reaches the others and never raises the version", async () => {
  const board = await newBoard(owner);
  const [one, two] = [
    await join(owner, board.id, "client_one"),
    await join(member, board.id, "client_two"),
  ];
  const state = { card: testId("crd", 1), field: null, dragging: true, x: 10, y: 20 };
  one.say({ kind: "presence", state });
  const seen = await two.until("presence", (frame) =>
    frame.peers.some((peer) => peer.state !== null),
  );
  expect(seen.peers).toContainEqual({
    peer: expect.stringMatching(/^per_/),
    userId: owner.userId,
    name: "Claire Morvan",
    state,
  });
  one.socket.close(1000);
  await two.until("left");
  const three = await join(owner, board.id, "client_three");
  expect(await three.until("welcome")).toMatchObject({ version: 5 });
});

test("nonsense closes the socket that sent it, and no other", async () => {
  const board = await newBoard(owner);
  const [one, two] = [
    await join(owner, board.id, "client_one"),
    await join(member, board.id, "client_two"),
  ];
  one.socket.send("{");
  expect(await one.closed).toBe(4400);
  const ops = await cardsOf(owner, board.id, 1);
  expect(await two.push(1, ops)).toMatchObject([{ outcome: "applied" }]);
});
