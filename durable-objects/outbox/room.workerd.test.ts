import { runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "#domain/ids.ts";
import type { LiveMessage } from "#domain/live/messages.ts";
import { commit } from "#worker/platform/commit.ts";
import { roomName } from "#worker/platform/tenant.ts";
import {
  ORIGIN,
  callWorker,
  mintOrganization,
  testEnv,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";
import { addNotes, noteEvent, notes, type Note } from "#worker/platform/testing-records.ts";
import { openSocket } from "#worker/platform/testing-sockets.ts";
import { insert } from "#worker/platform/writes.ts";

let organization: TestOrganization;

beforeAll(async () => {
  organization = await mintOrganization();
  await addNotes(organization);
});

async function addNote(person: TestPerson, title: string): Promise<Note> {
  const note = { id: newId("tst"), version: 1, title, secret: "" };
  const work: Promise<unknown>[] = [];
  const ctx = { ...person.ctx(), defer: (item: Promise<unknown>) => void work.push(item) };
  await commit(ctx, {
    writes: [insert(notes, note)],
    events: [noteEvent("created", { before: null, after: note })],
    answer: null,
  });
  await Promise.all(work);
  return note;
}

type Events = Extract<LiveMessage, { kind: "events" }>;

function idsOf(messages: LiveMessage[]): string[] {
  return messages
    .filter((message): message is Events => message.kind === "events")
    .flatMap((message) => message.events.map((event) => event.entityId));
}

describe("the outbox room", () => {
  it("sends committed events to every open page, in order", async () => {
    const viewer = await organization.join("viewer");
    const first = await openSocket<LiveMessage>(organization.owner, "live");
    const second = await openSocket<LiveMessage>(viewer, "live");
    for (const socket of [first, second]) socket.send({ kind: "hello", since: null });
    await Promise.all([first.until("welcome"), second.until("welcome")]);
    const a = await addNote(organization.owner, "Un");
    const b = await addNote(organization.owner, "Deux");
    for (const socket of [first, second]) {
      await socket.waitFor((seen) => idsOf(seen).length >= 2);
      expect(idsOf(socket.messages)).toEqual([a.id, b.id]);
    }
  });

  it("replays what a page missed, from the number it names", async () => {
    const early = await openSocket<LiveMessage>(organization.owner, "live");
    early.send({ kind: "hello", since: null });
    const welcome = await early.until("welcome");
    early.close();
    const missed = await addNote(organization.owner, "Pendant la coupure");
    const late = await openSocket<LiveMessage>(organization.owner, "live");
    late.send({ kind: "hello", since: welcome.seq });
    await late.until("welcome");
    expect(idsOf(late.messages)).toEqual([missed.id]);
  });

  it("gives a page without a number what was committed since it began, and nothing older", async () => {
    const before = await addNote(organization.owner, "Bien avant");
    await organization.db
      .prepare("UPDATE outbox SET at = '2026-01-01T00:00:00.000Z' WHERE entity_id = ?")
      .bind(before.id)
      .run();
    const meanwhile = await addNote(organization.owner, "Pendant l’ouverture");
    const socket = await openSocket<LiveMessage>(organization.owner, "live");
    socket.send({ kind: "hello", since: null, age: 2_000 });
    await socket.until("welcome");
    expect(idsOf(socket.messages)).toContain(meanwhile.id);
    expect(idsOf(socket.messages)).not.toContain(before.id);
  });

  it("asks for a refetch when the page claims a future it cannot know", async () => {
    const socket = await openSocket<LiveMessage>(organization.owner, "live");
    socket.send({ kind: "hello", since: 999_999 });
    expect(await socket.until("reset")).toMatchObject({ kind: "reset" });
  });

  it("sends nothing of a topic whose key the person lacks", async () => {
    const outsider = await organization.join("viewer");
    await organization.restrict(outsider, ["boards.read"]);
    const socket = await openSocket<LiveMessage>(outsider, "live");
    socket.send({ kind: "hello", since: 0 });
    await socket.until("welcome");
    await addNote(organization.owner, "Pas pour tous");
    expect(idsOf(socket.messages)).toEqual([]);
  });

  it("closes the sockets of a removed person", async () => {
    const leaving = await organization.join("member");
    const socket = await openSocket<LiveMessage>(leaving, "live");
    socket.send({ kind: "hello", since: null });
    await socket.until("welcome");
    await organization.remove(leaving);
    const name = roomName(organization.tenant, "outbox");
    await testEnv.OUTBOX_ROOM.getByName(name).authorityChanged(organization.tenant, leaving.userId);
    expect(await socket.closed).toBe(4401);
  });

  it("opens one socket a ticket, and none for another origin or room", async () => {
    const answer = await organization.owner.call("post /live/tickets", { room: "live" });
    const { ticket } = await answer.json<{ ticket: string }>();
    const upgrade = (path: string, origin: string) =>
      callWorker(`get /../../ws/${path}`, undefined, {
        origin,
        upgrade: "websocket",
        "sec-websocket-protocol": `aetheria.v1, ${ticket}`,
      });
    expect((await upgrade("live", "https://evil.test")).status).toBe(403);
    expect((await upgrade(`boards/${newId("brd")}`, ORIGIN)).status).toBe(401);
    expect((await upgrade("live", ORIGIN)).status).toBe(101);
    expect((await upgrade("live", ORIGIN)).status).toBe(401);
  });

  it("refuses another organization", async () => {
    const other = await mintOrganization("Autre");
    const room = testEnv.OUTBOX_ROOM.getByName(roomName(organization.tenant, "outbox"));
    await runInDurableObject(room, async (instance) => {
      await expect(instance.poke(other.tenant)).rejects.toThrow(/another organization/);
    });
  });
});
