import { createRoot, createSignal } from "solid-js";
import { describe, expect, it } from "vitest";
import { ApiProblem } from "./api-problem.ts";
import { createSaveState } from "./save-state.ts";

function setUp() {
  return createRoot(() => {
    const [online, setOnline] = createSignal(true);
    return { state: createSaveState(online), setOnline };
  });
}

describe("createSaveState", () => {
  it("counts what is on its way and says saved when all has arrived", async () => {
    const { state } = setUp();
    const first = Promise.withResolvers<number>();
    const second = Promise.withResolvers<number>();
    const both = [state.track(first.promise), state.track(second.promise)];
    expect(state.current()).toEqual({ status: "saving", count: 2, conflicts: 0 });
    first.resolve(1);
    await both[0];
    await Promise.resolve();
    expect(state.current()).toEqual({ status: "saving", count: 1, conflicts: 0 });
    second.resolve(2);
    expect(await both[1]).toBe(2);
    await Promise.resolve();
    expect(state.current()).toEqual({ status: "saved", count: 0, conflicts: 0 });
  });

  it("says that something was not saved until something is", async () => {
    const { state } = setUp();
    const lost = state.track(Promise.reject(new ApiProblem("network.timeout", 0)));
    await expect(lost).rejects.toThrow("network.timeout");
    await Promise.resolve();
    expect(state.current().status).toBe("failed");
    await state.track(Promise.resolve());
    await Promise.resolve();
    expect(state.current().status).toBe("saved");
  });

  it("leaves a refusal to whoever asked", async () => {
    const { state } = setUp();
    const refused = state.track(Promise.reject(new ApiProblem("request.invalid", 422)));
    await expect(refused).rejects.toThrow("request.invalid");
    await Promise.resolve();
    expect(state.current().status).toBe("saved");
  });

  it("adds up what features keep for later, offline and on", () => {
    const { state, setOnline } = setUp();
    state.reportWaiting("board-a", 2);
    state.reportWaiting("board-b", 1);
    expect(state.current()).toEqual({ status: "saving", count: 3, conflicts: 0 });
    setOnline(false);
    expect(state.current()).toEqual({ status: "offline", count: 3, conflicts: 0 });
    state.reportWaiting("board-a", 0);
    expect(state.current()).toEqual({ status: "offline", count: 1, conflicts: 0 });
  });

  it("tells conflicts beside what waits, neither hiding the other", () => {
    const { state, setOnline } = setUp();
    setOnline(false);
    state.reportConflicts("clients", 1);
    state.reportWaiting("boards.brd_1", 1);
    expect(state.current()).toEqual({ status: "offline", count: 1, conflicts: 1 });
    state.reportConflicts("clients", 2, "/clients/cli_1");
    state.reportWaiting("clients", 1);
    expect(state.current()).toEqual({
      status: "offline",
      count: 2,
      conflicts: 2,
      href: "/clients/cli_1",
    });
    state.reportConflicts("clients", 0);
    expect(state.current()).toEqual({ status: "offline", count: 2, conflicts: 0 });
  });

  it("says that the server is away, how much waits for it, and nothing more once it is back", () => {
    const { state, setOnline } = setUp();
    state.reportLost(true);
    state.reportWaiting("boards.brd_1", 1);
    expect(state.current()).toMatchObject({ status: "lost", count: 1 });
    setOnline(false);
    expect(state.current().status).toBe("offline");
    setOnline(true);
    state.reportLost(false);
    expect(state.current()).toMatchObject({ status: "saving", count: 1 });
  });
});
