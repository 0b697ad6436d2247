import { expect, test, vi } from "vitest";
import { cardOp } from "#domain/boards/testing.ts";
import { retryDelay, startChores } from "./chores.ts";
import type { Backlog } from "./projection.ts";
import { readMeta } from "./storage.ts";
import { pushAs, testBoard } from "./testing.ts";

function scene(project: (backlog: Backlog) => Promise<void>, sockets: WebSocket[] = []) {
  const storage = testBoard();
  const alarms: number[] = [];
  const chores = startChores({
    storage,
    alarms: {
      getAlarm: async () => null,
      setAlarm: async (at) => void alarms.push(Number(at) - Date.now()),
    },
    sockets: () => sockets,
    pinged: () => 0,
    leave: (socket, code) => socket.close(code),
    project,
    tell: () => undefined,
  });
  return { storage, alarms, chores };
}

test("a projection that fails is tried again, later each time, and nothing is marked as done", async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  const { storage, alarms, chores } = scene(() => Promise.reject(new Error("D1 is away")));
  expect(await chores.projectNow()).toBe(false);
  await chores.run();
  expect(readMeta(storage)?.d1Version).toBe(0);
  expect(alarms).toHaveLength(2);
  expect(alarms[1]).toBeGreaterThan(alarms[0] ?? 0);
});

test("a projection whose answer was lost is sent again", async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  const seen: number[] = [];
  const { storage, chores } = scene((backlog) => {
    seen.push(backlog.upTo);
    return seen.length === 1 ? Promise.reject(new Error("timeout")) : Promise.resolve();
  });
  await chores.projectNow();
  expect(await chores.projectNow()).toBe(true);
  expect(seen).toEqual([3, 3]);
  expect(readMeta(storage)?.d1Version).toBe(3);
});

test("ops that arrive during a projection are in the next one", async () => {
  const seen: number[] = [];
  const gate = Promise.withResolvers<void>();
  const { storage, chores } = scene(async (backlog) => {
    seen.push(backlog.upTo);
    await gate.promise;
  });
  const first = chores.projectNow();
  await Promise.resolve();
  pushAs(storage, "client_a", 1, [cardOp(1)]);
  const second = chores.projectNow();
  gate.resolve();
  expect(await Promise.all([first, second])).toEqual([true, true]);
  expect(seen).toEqual([3, 4]);
});

test("work that must be alone waits for the projection under way, and those that come later wait for it", async () => {
  const seen: string[] = [];
  const { storage, chores } = scene(async (backlog) => void seen.push(`D1 ${backlog.upTo}`));
  const first = chores.projectNow();
  const alone = chores.alone(async () => {
    pushAs(storage, "client_a", 1, [cardOp(1)]);
    await Promise.resolve();
    seen.push("alone");
  });
  const later = chores.projectNow();
  await Promise.all([first, alone, later]);
  expect(seen).toEqual(["D1 3", "alone", "D1 4"]);
});

test("work that must be alone is not done while D1 is away, and stops nothing that follows", async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  const answers = [() => Promise.reject(new Error("away")), () => Promise.resolve()];
  const { chores } = scene(() => answers.shift()?.() ?? Promise.resolve());
  const work = vi.fn<() => Promise<void>>();
  await expect(chores.alone(work)).rejects.toThrow("D1 is away");
  expect(work).not.toHaveBeenCalled();
  expect(await chores.projectNow()).toBe(true);
});

test("an alarm is only ever brought forward", async () => {
  const { alarms, chores } = scene(() => Promise.resolve());
  await chores.sweepLater();
  await chores.projectSoon();
  await chores.sweepLater();
  expect(alarms.map((ms) => Math.round(ms / 100) * 100)).toEqual([20_000, 300]);
});

test("attempts are half a second apart at first and never more than a minute", () => {
  expect([1, 2, 3, 8, 30].map(retryDelay)).toEqual([500, 1000, 2000, 60_000, 60_000]);
});

/** A socket as far as chores look at it: when it was opened, and how it was closed. */
function fakeSocket(since: number) {
  const closed: (number | undefined)[] = [];
  const seat = { client: "client_a", since };
  const socket = {
    deserializeAttachment: () => seat,
    close: (code?: number) => closed.push(code),
  } as unknown as WebSocket;
  return { socket, closed };
}

test("a socket that was silent for 45 seconds is closed, one that spoke is not", async () => {
  const [silent, heard] = [fakeSocket(Date.now() - 50_000), fakeSocket(Date.now() - 50_000)];
  const { chores } = scene(() => Promise.resolve(), [silent.socket, heard.socket]);
  chores.heard(heard.socket);
  await chores.run();
  expect([silent.closed, heard.closed]).toEqual([[4409], []]);
});

test("a socket more than a thousand versions behind is closed, to catch up when it comes back", async () => {
  const [slow, quick] = [fakeSocket(Date.now()), fakeSocket(Date.now())];
  const { chores, storage } = scene(() => Promise.resolve(), [slow.socket, quick.socket]);
  storage.run("UPDATE meta SET version = 2000, d1Version = 2000");
  chores.seen(slow.socket, 900);
  chores.seen(quick.socket, 1900);
  await chores.run();
  expect([slow.closed, quick.closed]).toEqual([[4408], []]);
});
