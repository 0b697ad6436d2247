import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem } from "./api-problem.ts";
import {
  openRoom,
  reconnectDelay,
  type RoomHandlers,
  type SocketDeps,
  type SocketStatus,
} from "./room-socket.ts";

/** The other end of a socket. */
class FakeSocket extends EventTarget {
  readyState = 0;
  readonly sent: string[] = [];
  readonly protocols: string[];
  constructor(protocols: string[]) {
    super();
    this.protocols = protocols;
  }
  send(data: string): void {
    this.sent.push(data);
  }
  close(): void {
    this.readyState = 3;
  }
  opens(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event("open"));
  }
  says(data: string): void {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
  breaks(code = 1006): void {
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event("close"), { code }));
  }
}

function setUp(ticket: SocketDeps["ticket"] = () => Promise.resolve("ticket")) {
  const sockets: FakeSocket[] = [];
  const statuses: SocketStatus[] = [];
  const heard: string[] = [];
  const world = { wake: () => undefined as void };
  const asked = vi.fn<SocketDeps["ticket"]>(ticket);
  const onOpen = vi.fn<() => void>();
  const handlers: RoomHandlers = {
    onOpen,
    onMessage: (data) => heard.push(data),
    onStatus: (status) => statuses.push(status),
  };
  const room = openRoom("live", handlers, {
    ticket: asked,
    open: (_path, protocols) => {
      const socket = new FakeSocket(protocols);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    random: () => 1,
    onWake: (wake) => {
      world.wake = wake;
      return () => undefined;
    },
  });
  return { room, sockets, statuses, heard, world, asked, onOpen };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

describe("openRoom", () => {
  it("opens with the protocol and a ticket, and hands on what is said but pongs", async () => {
    const { sockets, heard, onOpen } = setUp();
    await settle();
    expect(sockets[0]?.protocols).toEqual(["aetheria.v1", "ticket"]);
    sockets[0]?.opens();
    sockets[0]?.says("pong");
    sockets[0]?.says("{}");
    expect(onOpen).toHaveBeenCalledTimes(1);
    expect(heard).toEqual(["{}"]);
  });

  it("comes back with a new ticket after a loss, later each time, at once after a word", async () => {
    const { sockets, asked } = setUp();
    await settle();
    sockets[0]?.breaks();
    await settle(499);
    expect(sockets).toHaveLength(1);
    await settle(1);
    expect(sockets).toHaveLength(2);
    sockets[1]?.breaks();
    await settle(999);
    expect(sockets).toHaveLength(2);
    await settle(1);
    sockets[2]?.opens();
    sockets[2]?.says("{}");
    sockets[2]?.breaks();
    await settle(500);
    expect(sockets).toHaveLength(4);
    expect(asked).toHaveBeenCalledTimes(4);
  });

  it("counts a peer that is silent for 45 s as gone", async () => {
    const { sockets } = setUp();
    await settle();
    sockets[0]?.opens();
    await settle(20_000);
    expect(sockets[0]?.sent).toEqual(["ping"]);
    sockets[0]?.says("pong");
    await settle(40_000);
    expect(sockets).toHaveLength(1);
    await settle(21_000);
    expect(sockets[0]?.readyState).toBe(3);
    expect(sockets).toHaveLength(2);
  });

  it("stays away when a ticket is refused, and tries again when the page wakes", async () => {
    const refusal = new ApiProblem("permission.denied", 403);
    const replies: (() => Promise<string>)[] = [
      () => Promise.reject(refusal),
      () => Promise.resolve("ticket"),
    ];
    const { sockets, statuses, world } = setUp(
      () => replies.shift()?.() ?? Promise.reject(refusal),
    );
    await settle(60_000);
    expect(sockets).toHaveLength(0);
    expect(statuses.at(-1)).toBe("refused");
    world.wake();
    await settle();
    expect(sockets).toHaveLength(1);
  });

  it("keeps trying while a second factor is to be added first", async () => {
    const refusal = new ApiProblem("auth.factor_demanded", 403);
    const { sockets, statuses, asked } = setUp(() => Promise.reject(refusal));
    await settle(60_000);
    expect(sockets).toHaveLength(0);
    expect(statuses).toContain("demanded");
    expect(statuses).not.toContain("refused");
    expect(statuses).not.toContain("waiting");
    expect(asked.mock.calls.length).toBeGreaterThan(2);
  });

  it("keeps trying while tickets fail for want of a network", async () => {
    const { asked } = setUp(() => Promise.reject(new ApiProblem("network.offline", 0)));
    await settle(4_000);
    expect(asked.mock.calls.length).toBeGreaterThan(2);
  });

  it("doesn't come back once it is closed", async () => {
    const { room, sockets, statuses } = setUp();
    await settle();
    sockets[0]?.opens();
    room.close();
    sockets[0]?.breaks();
    await settle(60_000);
    expect(sockets).toHaveLength(1);
    expect(statuses.at(-1)).toBe("closed");
    expect(room.send("x")).toBe(false);
  });

  it("hears nothing more of a socket it has left", async () => {
    const { sockets, heard } = setUp();
    await settle();
    sockets[0]?.breaks();
    await settle(500);
    sockets[1]?.opens();
    sockets[0]?.says("old");
    sockets[0]?.breaks();
    await settle();
    expect(heard).toEqual([]);
    expect(sockets).toHaveLength(2);
  });
});

describe("reconnectDelay", () => {
  it("doubles to half a minute and leaves half of it to chance", () => {
    expect([1, 2, 3, 10].map((attempt) => reconnectDelay(attempt, 1))).toEqual([
      500, 1_000, 2_000, 30_000,
    ]);
    expect(reconnectDelay(1, 0)).toBe(250);
  });
});
