import { createRoot } from "solid-js";
import { describe, expect, it } from "vitest";
import type { ClientChanges, ClientView } from "#domain/clients/model.ts";
import { sampleClient } from "#domain/clients/sample.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { createEdits, type PendingEdit } from "./edits.ts";

const can = { write: true, delete: true };
const first: ClientView = { ...sampleClient({ estimatedMinor: 100, notes: "a" }), can };

/** A server of one client, whose answers a test may hold back or break. */
function world(start = first) {
  const server = { record: start };
  const calls: { version: number; changes: ClientChanges }[] = [];
  const state = { online: true, broken: undefined as unknown, kept: [] as readonly PendingEdit[] };
  const refused: unknown[] = [];
  let gate: Promise<void> = Promise.resolve();
  const seen = { record: start };
  const edits = createRoot(() =>
    createEdits({
      async send(_id, version, changes) {
        calls.push({ version, changes });
        await gate;
        if (!state.online) throw new ApiProblem("network.offline", 0);
        if (state.broken) throw state.broken;
        if (version !== server.record.version) {
          throw new ApiProblem("conflict.version", 409, { current: server.record });
        }
        server.record = { ...server.record, ...(changes as object), version: version + 1 };
        return server.record;
      },
      onServer: (record) => (seen.record = record),
      onRefused: (_edit, error) => refused.push(error),
      online: () => state.online,
      now: () => 1_000,
      keep: (list) => (state.kept = list),
    }),
  );
  const change = (changes: Partial<ClientView>) => {
    server.record = { ...server.record, ...changes, version: server.record.version + 1 };
  };
  const hold = () => {
    const held = Promise.withResolvers<void>();
    gate = held.promise;
    return () => held.resolve();
  };
  return { edits, server, seen, calls, state, refused, change, hold };
}

describe("edits", () => {
  it("shows a change before the server has it", async () => {
    const { edits, hold, server } = world();
    const open = hold();
    const saved = edits.save(first, { estimatedMinor: 200 });
    expect(edits.shown(first).estimatedMinor).toBe(200);
    open();
    await saved;
    expect(server.record).toMatchObject({ estimatedMinor: 200, version: 2 });
    expect(edits.pending().size).toBe(0);
  });

  it("sends what is typed meanwhile afterwards, on the new version", async () => {
    const { edits, hold, server, calls } = world();
    const open = hold();
    const saved = edits.save(first, { notes: "b" });
    void edits.save(first, { notes: "c", phone: "04" });
    open();
    await saved;
    expect(calls).toEqual([
      { version: 1, changes: { notes: "b" } },
      { version: 2, changes: { notes: "c", phone: "04" } },
    ]);
    expect(server.record).toMatchObject({ notes: "c", phone: "04" });
  });

  it("goes silently on top of somebody else's change of another field", async () => {
    const { edits, change, server } = world();
    change({ notes: "theirs" });
    await edits.save(first, { estimatedMinor: 200 });
    expect(server.record).toMatchObject({ notes: "theirs", estimatedMinor: 200, version: 3 });
    expect(edits.conflicts().size).toBe(0);
  });

  it("asks when both changed the same field, and sends the rest", async () => {
    const { edits, change, server } = world();
    change({ estimatedMinor: 300 });
    await edits.save(first, { estimatedMinor: 200, notes: "mine" });
    expect(server.record).toMatchObject({ estimatedMinor: 300, notes: "mine" });
    expect(edits.conflicts().get(first.id)?.fields).toEqual([
      { field: "estimatedMinor", base: 100, mine: 200, theirs: 300 },
    ]);
  });

  it("keeps mine on top of theirs when I say so", async () => {
    const { edits, change, server, seen } = world();
    change({ estimatedMinor: 300 });
    await edits.save(first, { estimatedMinor: 200 });
    await edits.save(seen.record, { estimatedMinor: 200 });
    expect(server.record).toMatchObject({ estimatedMinor: 200, version: 3 });
    expect(edits.conflicts().size).toBe(0);
  });

  it("takes theirs without sending anything", async () => {
    const { edits, change, calls } = world();
    change({ estimatedMinor: 300 });
    await edits.save(first, { estimatedMinor: 200 });
    edits.takeTheirs(first.id, "estimatedMinor");
    expect(edits.conflicts().size).toBe(0);
    expect(calls).toHaveLength(1);
  });

  it("follows further changes while the choice is open", async () => {
    const { edits, change, server } = world();
    change({ estimatedMinor: 300 });
    await edits.save(first, { estimatedMinor: 200 });
    change({ estimatedMinor: 400 });
    edits.follow(server.record);
    expect(edits.conflicts().get(first.id)?.fields[0]?.theirs).toBe(400);
    change({ estimatedMinor: 200 });
    edits.follow(server.record);
    expect(edits.conflicts().size).toBe(0);
  });

  it("waits offline, over a reload, and sends when the network is back", async () => {
    const { edits, state } = world();
    state.online = false;
    await edits.save(first, { estimatedMinor: 200 });
    await edits.save(first, { notes: "offline" });
    expect(edits.shown(first)).toMatchObject({ estimatedMinor: 200, notes: "offline" });
    const next = world();
    next.edits.restore(structuredClone(state.kept) as PendingEdit[]);
    await next.edits.flushAll();
    expect(next.server.record).toMatchObject({ estimatedMinor: 200, notes: "offline", version: 2 });
  });

  it("keeps an unsettled conflict over a reload as well", async () => {
    const { edits, change, server, state } = world();
    change({ estimatedMinor: 300 });
    await edits.save(first, { estimatedMinor: 200 });
    const next = world(server.record);
    next.edits.restore(structuredClone(state.kept) as PendingEdit[]);
    await next.edits.flushAll();
    // What is known to be in conflict is not sent again, at this visit or the next.
    expect(next.calls).toEqual([]);
    expect(next.state.kept).toEqual(state.kept);
    expect(next.edits.conflicts().get(first.id)?.fields[0]).toMatchObject({
      mine: 200,
      theirs: 300,
    });
  });

  it("takes a choice up again after a reload, on the newest version", async () => {
    const { edits, change, server, state } = world();
    change({ estimatedMinor: 300 });
    await edits.save(first, { estimatedMinor: 200 });
    const next = world(server.record);
    next.edits.restore(structuredClone(state.kept) as PendingEdit[]);
    await next.edits.save(server.record, { estimatedMinor: 200 });
    expect(next.server.record).toMatchObject({ estimatedMinor: 200, version: 3 });
    expect(next.state.kept).toEqual([]);
  });

  it("gives a refused change back and says so", async () => {
    const { edits, state, refused } = world();
    state.broken = new ApiProblem("request.invalid", 422);
    await edits.save(first, { email: "no" });
    expect(edits.shown(first).email).toBe("");
    expect(refused).toEqual([state.broken]);
    edits.refusals.keepTexts(first.id, { email: "no", stage: "signed" }, "why");
    expect(edits.refusals.of(first.id, "email")).toEqual({ text: "no", why: "why" });
    expect(edits.refusals.of(first.id, "stage")).toBeUndefined();
    state.broken = undefined;
    await edits.save(first, { email: "a@b.fr" });
    expect(edits.refusals.of(first.id, "email")).toBeUndefined();
  });
});
