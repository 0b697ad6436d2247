import { runInDurableObject } from "cloudflare:test";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { LiveMessage } from "#domain/live/messages.ts";
import { newId } from "#domain/ids.ts";
import { join, knock, newBoard, roomOf } from "#objects/board/testing-room.ts";
import { signAccess, signTicket, type AccessClaims } from "#worker/platform/auth/tokens.ts";
import { systemClock } from "#worker/platform/clock.ts";
import { project } from "#worker/platform/project.ts";
import { roomName } from "#worker/platform/tenant.ts";
import { change } from "#worker/platform/testing-databases.ts";
import { quiet } from "#worker/platform/testing-quiet.ts";
import { openSocket } from "#worker/platform/testing-sockets.ts";
import {
  ORIGIN,
  callWorker,
  mintOrganization,
  testEnv,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";

// Sockets, live objects and what objects write: the doors that are no route of the API.
let home: TestOrganization;
let away: TestOrganization;
let board: string;
let foreign: string;

beforeAll(async () => {
  quiet();
  [home, away] = [await mintOrganization("Chez nous"), await mintOrganization("Chez les autres")];
  board = (await newBoard(home.owner)).id;
  foreign = (await newBoard(away.owner)).id;
});
afterAll(() => void vi.restoreAllMocks());

const claimsOf = (person: TestPerson, { tenant } = home): AccessClaims => {
  return { userId: person.userId, sessionId: person.sessionId, tenant };
};

async function ticketFor(claims: AccessClaims, room: string, clock = systemClock): Promise<string> {
  return (await signTicket(testEnv, clock, claims, room)).token;
}

async function upgrade(
  room: string,
  protocols: string,
  headers: Record<string, string> = {},
): Promise<number> {
  const answer = await callWorker(`get /../../ws/${room}`, undefined, {
    origin: ORIGIN,
    upgrade: "websocket",
    "sec-websocket-protocol": protocols,
    ...headers,
  });
  answer.webSocket?.accept();
  answer.webSocket?.close(1000, "done");
  return answer.status;
}

const shown = (ticket: string) => `aetheria.v1, ${ticket}`;
const past = { now: () => Date.now() - 31_000 };

/** Each room with its own way in. */
const rooms = () => ["live", `boards/${board}`];

describe("a socket", () => {
  it("opens with a ticket of one's own for exactly this room", async () => {
    for (const room of rooms()) {
      const ticket = await ticketFor(claimsOf(home.owner), room);
      expect(await upgrade(room, shown(ticket))).toBe(101);
    }
  });

  it("opens once a ticket", async () => {
    for (const room of rooms()) {
      const ticket = await ticketFor(claimsOf(home.owner), room);
      expect(await upgrade(room, shown(ticket))).toBe(101);
      expect(await upgrade(room, shown(ticket))).toBe(401);
    }
  });

  it("opens to nobody without a ticket, or with something else in its place", async () => {
    const { token } = await signAccess(testEnv, systemClock, claimsOf(home.owner));
    for (const room of rooms()) {
      const late = await ticketFor(claimsOf(home.owner), room, past);
      for (const protocols of ["", "aetheria.v1", shown(""), shown(token), shown(late)]) {
        expect(await upgrade(room, protocols)).toBe(401);
      }
    }
  });

  it("opens with no ticket for another room", async () => {
    const live = await ticketFor(claimsOf(home.owner), "live");
    expect(await upgrade(`boards/${board}`, shown(live))).toBe(401);
    const ofBoard = await ticketFor(claimsOf(home.owner), `boards/${board}`);
    expect(await upgrade("live", shown(ofBoard))).toBe(401);
    expect(await upgrade(`boards/${foreign}`, shown(ofBoard))).toBe(401);
  });

  it("opens to no page of another site", async () => {
    for (const origin of [
      "https://evil.test",
      "null",
      "http://aetheria.test",
      "",
      `${ORIGIN}.evil.test`,
    ]) {
      for (const room of rooms()) {
        const ticket = await ticketFor(claimsOf(home.owner), room);
        expect(await upgrade(room, shown(ticket), { origin })).toBe(403);
      }
    }
  });

  it("of another organization's board can be asked for, and opens nothing", async () => {
    const minted = await home.owner.call("post /live/tickets", { room: `boards/${foreign}` });
    const { ticket } = await minted.json<{ ticket: string }>();
    expect(await upgrade(`boards/${foreign}`, shown(ticket))).toBe(401);
    expect((await knock(away.owner, foreign)).status).toBe(101);
  });

  it("opens to nobody whose membership, session or key is gone", async () => {
    const [former, out, keyless] = [
      await home.join("owner"),
      await home.join("owner"),
      await home.join("viewer"),
    ];
    await home.remove(former);
    await change("UPDATE sessions SET revoked_at = '2026' WHERE id = ?", out.sessionId);
    await home.restrict(keyless, ["clients.read"]);
    for (const room of rooms()) {
      for (const person of [former, out]) {
        expect(await upgrade(room, shown(await ticketFor(claimsOf(person), room)))).toBe(401);
      }
      const stranger = await ticketFor(claimsOf(away.owner), room);
      expect(await upgrade(room, shown(stranger))).toBe(401);
    }
    const wanted = { room: `boards/${board}` };
    expect((await keyless.call("post /live/tickets", wanted)).status).toBe(403);
    const ticket = await ticketFor(claimsOf(keyless), wanted.room);
    expect(await upgrade(wanted.room, shown(ticket))).toBe(401);
  });
});

describe("an open socket", () => {
  it("of a board closes when the key goes, and of both rooms when the session goes", async () => {
    const person = await home.join("member");
    const onBoard = await join(person, board, newId("x"));
    const live = await openSocket<LiveMessage>(person, "live");
    await home.restrict(person, ["clients.read"]);
    const outbox = testEnv.OUTBOX_ROOM.getByName(roomName(home.tenant, "outbox"));
    await outbox.authorityChanged(home.tenant, person.userId);
    expect(await onBoard.closed).toBe(4403);
    await change("UPDATE sessions SET revoked_at = '2026' WHERE id = ?", person.sessionId);
    await outbox.authorityChanged(home.tenant, person.userId);
    expect(await live.closed).toBe(4401);
  });

  it("tells of a record only to whoever holds its key, also after the keys changed", async () => {
    const person = await home.join("member");
    await home.restrict(person, ["boards.read"]);
    const live = await openSocket<LiveMessage>(person, "live");
    live.send({ kind: "hello", since: null });
    await live.until("welcome");
    await home.owner.call("post /clients", { company: "Secrète SA" });
    await home.owner.call("post /boards", { title: "Pour tous" });
    await live.until("events");
    expect(JSON.stringify(live.messages)).not.toContain("Secrète");
    live.close();
  });
});

describe("a live object", () => {
  it("has a name that no other organization's can have", () => {
    const names = ["outbox", `boards/${board}`].flatMap((room) => [
      roomName(home.tenant, room),
      roomName(away.tenant, room),
    ]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("is not reached by whoever lacks the key, not even while the check is on its way", async () => {
    const keyless = await home.join("viewer");
    await home.restrict(keyless, []);
    const room = keyless.ctx("boards.write").rooms.board(board);
    await expect(room).rejects.toThrow("permission.denied");
  });

  it("of an organization's outbox refuses every call for another", async () => {
    const room = testEnv.OUTBOX_ROOM.getByName(roomName(home.tenant, "outbox"));
    await runInDurableObject(room, async (outbox) => {
      const calls = [
        () => outbox.poke(away.tenant),
        () => outbox.registerRoom(away.tenant, "x"),
        () => outbox.authorityChanged(away.tenant, away.owner.userId),
      ];
      for (const call of calls) await expect(call()).rejects.toThrow(/another organization/);
    });
  });

  it("of a board refuses every call for another organization", async () => {
    await runInDurableObject(roomOf(home, board), async (room) => {
      const by = { userId: away.owner.userId } as never;
      const calls = [
        () => room.snapshot(away.tenant),
        () => room.setArchived(away.tenant, true),
        () => room.authorityChanged(away.tenant, away.owner.userId),
        () => room.found(away.tenant, board, by, []),
        () => room.pushOutside(away.tenant, { ops: [] } as never),
      ];
      for (const call of calls) await expect(call()).rejects.toThrow(/another organization/);
    });
  });

  it("of a board opens no socket for another organization, whatever name led to it", async () => {
    const claims = {
      ...claimsOf(away.owner, away),
      room: `boards/${board}`,
      ticketId: newId("tkt"),
    };
    const headers = {
      upgrade: "websocket",
      "x-aetheria-claims": JSON.stringify({ ...claims, expiresAt: Date.now() + 30_000 }),
    };
    const answer = await roomOf(home, board).fetch(`${ORIGIN}/ws/boards/${board}`, { headers });
    expect(answer.status).toBe(404);
  });

  it("writes into no database that is another organization's", async () => {
    const mixed = { ...home.tenant, binding: away.tenant.binding };
    const row = { id: board, title: "Volé" };
    const plan = {
      source: `boards/${board}`,
      version: 1,
      tables: [{ table: "tasks", owner: "board_id", columns: ["id"], rows: [] }],
      audit: [],
      search: [],
      live: {
        actor_id: home.owner.userId,
        actor_name: "x",
        topic: "boards",
        permission: "boards.read",
        entity: "board",
        entity_id: row.id,
        at: "2026",
        type: "board.stolen",
        after: "{}",
      },
    } as const;
    await expect(project(testEnv, mixed, plan)).rejects.toThrow(/guard_identity/);
    const told = await away.db.prepare("SELECT 1 FROM outbox WHERE type = 'board.stolen'").all();
    expect(told.results).toEqual([]);
  });
});
