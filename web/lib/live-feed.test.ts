import { describe, expect, it, vi } from "vitest";
import type { LiveEvent, LiveMessage, LiveRequest } from "#domain/live/messages.ts";
import { createLiveFeed, type LiveHandler } from "./live-feed.ts";
import type { RoomHandlers, SocketStatus } from "./room-socket.ts";

function event(seq: number, topic = "clients"): LiveEvent {
  return {
    seq,
    topic,
    type: "client.updated",
    entity: "client",
    entityId: `cli_${seq}`,
    actorId: "usr_1",
    actorName: "Karim",
    at: "2026-11-24T09:00:00.000Z",
    after: { id: `cli_${seq}` },
  };
}

function setUp(since: number | null = null) {
  const said: LiveRequest[] = [];
  const onReset = vi.fn<() => void>();
  let handlers: RoomHandlers | undefined;
  const state = { online: true };
  const feed = createLiveFeed({
    open: (given) => {
      handlers = given;
      return {
        send: (data) => {
          said.push(JSON.parse(data) as LiveRequest);
          return true;
        },
        close: () => undefined,
      };
    },
    online: () => state.online,
    onReset,
    since,
  });
  return {
    feed,
    state,
    said,
    onReset,
    opens: () => handlers?.onOpen(),
    turns: (status: SocketStatus) => handlers?.onStatus?.(status),
    hears: (message: LiveMessage) => handlers?.onMessage(JSON.stringify(message)),
  };
}

describe("createLiveFeed", () => {
  it("is lost after 3 s without the room, and knows of nobody until it is back", () => {
    vi.useFakeTimers();
    const { feed, state, turns, hears } = setUp();
    turns("connecting");
    turns("open");
    const people = [{ userId: "usr_2", name: "Karim", place: "/" }];
    hears({ kind: "presence", people });
    expect(feed.people()).toEqual(people);
    turns("waiting");
    vi.advanceTimersByTime(1_000);
    turns("connecting");
    turns("open");
    vi.advanceTimersByTime(5_000);
    expect(feed.lost()).toBe(false);
    turns("waiting");
    vi.advanceTimersByTime(2_000);
    turns("connecting");
    turns("waiting");
    vi.advanceTimersByTime(900);
    expect([feed.lost(), feed.people()]).toEqual([false, people]);
    vi.advanceTimersByTime(100);
    expect([feed.lost(), feed.people()]).toEqual([true, []]);
    turns("connecting");
    expect(feed.lost()).toBe(true);
    turns("open");
    expect([feed.lost(), feed.people()]).toEqual([false, people]);
    state.online = false;
    expect(feed.people()).toEqual([]);
    vi.useRealTimers();
  });

  it("says hello with its age first, with the last number after a loss", () => {
    vi.useFakeTimers();
    const { said, opens, hears } = setUp();
    vi.advanceTimersByTime(1_500);
    opens();
    vi.useRealTimers();
    hears({ kind: "welcome", seq: 7 });
    hears({ kind: "events", events: [event(9)] });
    opens();
    expect(said).toEqual([
      { kind: "hello", since: null, age: 1_500 },
      { kind: "hello", since: 9 },
    ]);
  });

  it("goes on from what the kept data knows, without a new reading and without a word about it", () => {
    const { feed, said, opens, hears, onReset } = setUp(40);
    const handler = vi.fn<LiveHandler>();
    feed.on("clients", handler);
    opens();
    hears({ kind: "events", events: [event(40), event(41)] });
    hears({ kind: "welcome", seq: 41 });
    expect(said[0]).toEqual({ kind: "hello", since: 40 });
    expect(handler).toHaveBeenCalledTimes(1);
    expect(onReset).not.toHaveBeenCalled();
    expect(feed.caughtUp()).toBeNull();
    expect(feed.seq()).toBe(41);
  });

  it("hands each event once, in order, to its topic alone", () => {
    const { feed, opens, hears } = setUp();
    const clients: number[] = [];
    const boards: number[] = [];
    feed.on("clients", ({ seq }) => clients.push(seq));
    feed.on("boards", ({ seq }) => boards.push(seq));
    opens();
    hears({ kind: "welcome", seq: 1 });
    hears({ kind: "events", events: [event(1), event(2), event(3, "boards")] });
    hears({ kind: "events", events: [event(2), event(3, "boards"), event(6)] });
    expect(clients).toEqual([2, 6]);
    expect(boards).toEqual([3]);
  });

  it("stops calling a handler that has left", () => {
    const { feed, opens, hears } = setUp();
    const handler = vi.fn<LiveHandler>();
    const leave = feed.on("clients", handler);
    opens();
    hears({ kind: "welcome", seq: 0 });
    leave();
    hears({ kind: "events", events: [event(1)] });
    expect(handler).not.toHaveBeenCalled();
  });

  it("asks for a new reading at a reset alone: neither at the first word nor after a short loss", () => {
    const { opens, hears, onReset } = setUp();
    opens();
    hears({ kind: "welcome", seq: 4 });
    opens();
    hears({ kind: "welcome", seq: 4 });
    opens();
    hears({ kind: "events", events: [event(5)] });
    hears({ kind: "welcome", seq: 5 });
    expect(onReset).not.toHaveBeenCalled();
    opens();
    hears({ kind: "reset", seq: 900 });
    hears({ kind: "welcome", seq: 900 });
    expect(onReset).toHaveBeenCalledTimes(1);
  });

  it("hands on what was committed between the page's first read and the first word", () => {
    const { feed, opens, hears } = setUp();
    const clients: number[] = [];
    feed.on("clients", ({ seq }) => clients.push(seq));
    opens();
    hears({ kind: "events", events: [event(6), event(7)] });
    hears({ kind: "welcome", seq: 7 });
    expect(clients).toEqual([6, 7]);
    expect(feed.caughtUp()).toBeNull();
  });

  it("drops events from before a reset", () => {
    const { feed, opens, hears } = setUp();
    const handler = vi.fn<LiveHandler>();
    feed.on("clients", handler);
    opens();
    hears({ kind: "welcome", seq: 4 });
    hears({ kind: "reset", seq: 900 });
    hears({ kind: "events", events: [event(5)] });
    expect(handler).not.toHaveBeenCalled();
  });

  it("tells what came with the catching up", () => {
    const { feed, opens, hears } = setUp();
    opens();
    hears({ kind: "welcome", seq: 4 });
    expect(feed.caughtUp()).toBeNull();
    opens();
    hears({ kind: "events", events: [event(5), event(6)] });
    hears({ kind: "welcome", seq: 6 });
    expect(feed.caughtUp()).toMatchObject({ changes: 2 });
  });

  it("tells the place when it changes and again after a loss", () => {
    const { feed, said, opens } = setUp();
    opens();
    feed.setPlace("/clients");
    feed.setPlace("/clients");
    opens();
    expect(said.filter(({ kind }) => kind === "place")).toEqual([
      { kind: "place", place: "/clients" },
      { kind: "place", place: "/clients" },
    ]);
  });

  it("shows who is here", () => {
    const { feed, hears } = setUp();
    const people = [{ userId: "usr_1", name: "Karim", place: "/" }];
    hears({ kind: "presence", people });
    expect(feed.people()).toEqual(people);
  });
});
