import { render } from "@solidjs/testing-library";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { sampleSource } from "#web/features/workspaces/testing.tsx";
import { useOwnDataLive } from "./use-own-data-live.ts";

const heard = new Map<string, () => void>();
vi.mock("#web/lib/live.tsx", async (original) => ({
  ...(await original<object>()),
  onLive: (topic: string, handler: () => void) => void heard.set(topic, handler),
}));

const own = (id: string, name: "clients" | "tasks") =>
  sampleSource({ id, kind: "organization", details: { name } });
const [CLIENTS, TASKS, UNREAD] = [
  own("src_1", "clients"),
  own("src_2", "tasks"),
  own("src_3", "clients"),
];

let read: string[];
let unmount: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  read = [];
  ({ unmount } = render(() => {
    useOwnDataLive({
      all: () => [CLIENTS, TASKS, UNREAD],
      isLoaded: (id) => id !== UNREAD.id,
      reload: ({ id }) => void read.push(id),
    });
    return null;
  }));
});
afterEach(() => {
  unmount();
  vi.useRealTimers();
});

it("reads what changed once for a burst of events, and leaves alone what nobody has loaded", () => {
  for (let at = 0; at < 30; at += 1) heard.get("clients")?.();
  expect(read).toEqual([]);
  vi.advanceTimersByTime(15_000);
  expect(read).toEqual([CLIENTS.id]);
  heard.get("boards")?.();
  vi.advanceTimersByTime(15_000);
  expect(read).toEqual([CLIENTS.id, TASKS.id]);
  heard.get("clients")?.();
  vi.advanceTimersByTime(15_000);
  expect(read).toEqual([CLIENTS.id, TASKS.id, CLIENTS.id]);
});

it("reads nothing once the page is gone", () => {
  heard.get("clients")?.();
  unmount();
  vi.advanceTimersByTime(60_000);
  expect(read).toEqual([]);
});
