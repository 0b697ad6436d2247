import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { LiveMessage } from "#domain/live/messages.ts";
import type { Role } from "#domain/members/model.ts";
import { join, newBoard } from "#objects/board/testing-room.ts";
import { quiet } from "#worker/platform/testing-quiet.ts";
import { openSocket } from "#worker/platform/testing-sockets.ts";
import {
  mintOrganization,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";

// A change of authority, from the moment it is asked for until each open socket of the person has shown it. Nothing
// sleeps: the clock is read when the socket's own message or close arrives.
const REACH_MS = 5_000;

let home: TestOrganization;
let board: string;
let roles: Role[];

beforeAll(async () => {
  quiet();
  home = await mintOrganization();
  board = (await newBoard(home.owner)).id;
  roles = (await (await home.owner.call("get /roles")).json<{ items: Role[] }>()).items;
});
afterAll(() => void vi.restoreAllMocks());

const roleId = (slug: string) => roles.find((role) => role.slug === slug)?.id ?? "";

/** Somebody with the two sockets that a page with an open board holds. */
async function atBoard(slug: "viewer" | "member" | "admin") {
  const person = await home.join(slug);
  const live = await openSocket<LiveMessage>(person, "live");
  live.send({ kind: "hello", since: null });
  await live.until("welcome");
  const room = await join(person, board, `client_${person.userId}`);
  await room.until("welcome");
  return { person, live, room };
}

/** Milliseconds from asking until every one of these has arrived. */
async function reach(ask: () => Promise<Response>, arrivals: Promise<unknown>[]): Promise<number> {
  const asked = Date.now();
  const [answer] = await Promise.all([ask(), ...arrivals]);
  const took = Date.now() - asked;
  expect(answer.ok).toBe(true);
  return took;
}

const give = (person: TestPerson, slug: string) => () =>
  home.owner.call(`patch /members/${person.userId}`, { roleId: roleId(slug) });

describe("a change of authority reaches open sockets within five seconds", () => {
  it("a role that gives less: the board takes no more changes", async () => {
    const { person, room } = await atBoard("member");
    const less = room.until("rights");
    expect(await reach(give(person, "viewer"), [less])).toBeLessThan(REACH_MS);
    expect((await less).rights).toMatchObject({ write: false });
  });

  it("a role that gives nothing, not even to see members: the page is told all the same", async () => {
    const { person, live } = await atBoard("member");
    const none = await home.owner.call("post /roles", { name: "Sans droit", permissions: [] });
    const { id } = await none.json<Role>();
    const change = () => home.owner.call(`patch /members/${person.userId}`, { roleId: id });
    expect(await reach(change, [live.until("authority")])).toBeLessThan(REACH_MS);
    await expect
      .poll(() => live.messages.filter((one) => one.kind === "presence").at(-1)?.people)
      .toEqual([expect.objectContaining({ userId: person.userId })]);
  });

  it("a role that gives more: board and feed have the new keys", async () => {
    const { person, live, room } = await atBoard("viewer");
    const more = room.until("rights");
    expect(await reach(give(person, "admin"), [more])).toBeLessThan(REACH_MS);
    expect((await more).rights).toMatchObject({ write: true });
    const invited = live.waitFor((seen) => JSON.stringify(seen).includes("invitation.created"));
    const body = { email: null, roleId: roleId("viewer") };
    const ask = () => home.owner.call("post /invitations", body);
    expect(await reach(ask, [invited])).toBeLessThan(REACH_MS);
  });

  it("a role whose rights change, for who holds it", async () => {
    const made = await home.owner.call("post /roles", {
      name: "Conducteur",
      permissions: ["boards.read", "boards.write", "identity.read"],
    });
    const role = await made.json<Role>();
    const { person, room } = await atBoard("viewer");
    const given = room.until("rights", ({ rights }) => rights.write);
    await home.owner.call(`patch /members/${person.userId}`, { roleId: role.id });
    await given;
    const body = { permissions: ["boards.read", "identity.read"] };
    const ask = () => home.owner.call(`patch /roles/${role.id}`, body);
    const less = room.until("rights", ({ rights }) => !rights.write);
    expect(await reach(ask, [less])).toBeLessThan(REACH_MS);
  });

  it("a removal: both sockets close", async () => {
    const { person, live, room } = await atBoard("member");
    const ask = () => home.owner.call(`delete /members/${person.userId}`);
    expect(await reach(ask, [live.closed, room.closed])).toBeLessThan(REACH_MS);
    expect([await live.closed, await room.closed]).toEqual([4401, 4403]);
  });

  it("ownership handed over: the heir hears of what only an owner's keys allow", async () => {
    const { person, room } = await atBoard("viewer");
    const rights = room.until("rights");
    const body = { userId: person.userId };
    const ask = () => home.owner.call("post /organization/ownership", body);
    expect(await reach(ask, [rights])).toBeLessThan(REACH_MS);
    expect((await rights).rights).toMatchObject({ write: true, manage: true });
  });
});
