import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createOnline } from "./online.ts";

const network = (there: boolean) => {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(there);
  dispatchEvent(new Event(there ? "online" : "offline"));
};

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-24T09:00:00Z") });
  localStorage.clear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("how long the network has been away", () => {
  it("is counted from when it went, over a reload", () => {
    const first = createOnline();
    network(false);
    const went = Date.now();
    expect(first.since()).toBe(went);
    vi.advanceTimersByTime(600_000);
    const reloaded = createOnline();
    expect(reloaded.online()).toBe(false);
    expect(reloaded.since()).toBe(went);
  });

  it("is not known to a page that opened without it and saw nothing go", () => {
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    expect(createOnline().since()).toBeNull();
  });

  it("is forgotten when it is back, also where the page was closed meanwhile", () => {
    network(false);
    network(true);
    expect(createOnline().since()).toBeNull();
    localStorage.setItem("aetheria.offline-since", "1");
    createOnline();
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    expect(createOnline().since()).toBeNull();
  });
});
