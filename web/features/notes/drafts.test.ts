import { createRoot } from "solid-js";
import { expect, test } from "vitest";
import type { NoteChanges, NoteView } from "#domain/notes/model.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { createDrafts, rebase, type Draft } from "./drafts.ts";

const first: NoteView = {
  id: `not_${"0".repeat(26)}`,
  version: 1,
  title: "Point chantier",
  heldOn: "2026-11-20",
  clientId: null,
  peopleIds: ["a", "b"],
  body: "un\ndeux\ntrois",
  createdBy: "a",
  createdAt: "2026-11-20T08:00:00.000Z",
  updatedAt: "2026-11-20T08:00:00.000Z",
  can: { write: true },
};

/** A server of one note, whose answers a test may hold back or break. */
function world() {
  const server = { note: first };
  const calls: { version: number; changes: NoteChanges }[] = [];
  const state = { broken: undefined as unknown, gate: Promise.resolve() };
  const kept = new Map<string, Draft>();
  const seen = { note: first };
  const drafts = createRoot(() =>
    createDrafts({
      async send(_id, version, changes) {
        calls.push({ version, changes });
        await state.gate;
        if (state.broken) throw state.broken;
        if (version !== server.note.version) {
          throw new ApiProblem("conflict.version", 409, { current: server.note });
        }
        server.note = { ...server.note, ...(changes as object), version: version + 1 };
        return server.note;
      },
      onServer: (note) => (seen.note = note),
      keep: (id, draft) => void (draft ? kept.set(id, draft) : kept.delete(id)),
    }),
  );
  const others = (changes: Partial<NoteView>) => {
    server.note = { ...server.note, ...changes, version: server.note.version + 1 };
  };
  const draft = () => drafts.all().get(first.id);
  return { server, calls, state, kept, seen, drafts, others, draft };
}

test("what is written is shown at once, kept until the server has it, and sent with its version", async () => {
  const { drafts, calls, kept, draft } = world();
  drafts.write(first, { body: "quatre" });
  expect(drafts.shown(first).body).toBe("quatre");
  expect(kept.get(first.id)?.changes).toEqual({ body: "quatre" });
  await drafts.flush(first.id);
  expect(calls).toEqual([{ version: 1, changes: { body: "quatre" } }]);
  expect([draft(), kept.size]).toEqual([undefined, 0]);
});

test("what is typed while a request is under way goes with the next", async () => {
  const { drafts, calls, state, server } = world();
  const gate = Promise.withResolvers<void>();
  state.gate = gate.promise;
  drafts.write(first, { body: "A" });
  const sent = drafts.flush(first.id);
  drafts.write(first, { body: "AB" });
  void drafts.flush(first.id);
  gate.resolve();
  await sent;
  expect(calls.map(({ version, changes }) => [version, changes.body])).toEqual([
    [1, "A"],
    [2, "AB"],
  ]);
  expect(server.note.body).toBe("AB");
});

test("texts of other lines are merged, people one by one, and the last to write another field wins", async () => {
  const { drafts, others, server, draft } = world();
  others({ body: "zéro\nun\ndeux\ntrois", peopleIds: ["b", "c"], title: "Leur titre" });
  drafts.write(first, { body: "un\ndeux\ntrois\nquatre", peopleIds: ["a", "b", "d"] });
  drafts.write(first, { title: "Mon titre" });
  await drafts.flush(first.id);
  expect(server.note).toMatchObject({
    body: "zéro\nun\ndeux\ntrois\nquatre",
    peopleIds: ["b", "c", "d"],
    title: "Mon titre",
  });
  expect(draft()).toBeUndefined();
});

test("texts of the same lines wait for the person; the rest is sent", async () => {
  const { drafts, others, server, kept, draft } = world();
  others({ body: "un\nDEUX\ntrois" });
  drafts.write(first, { body: "un\n2\ntrois", heldOn: "2026-11-21" });
  await drafts.flush(first.id);
  expect(server.note).toMatchObject({ body: "un\nDEUX\ntrois", heldOn: "2026-11-21" });
  expect(draft()?.clash).toBe("un\n2\ntrois");
  expect(kept.get(first.id)?.clash).toBe("un\n2\ntrois");
  drafts.settle(first.id, "mine", server.note);
  await drafts.flush(first.id);
  expect([server.note.body, draft()]).toEqual(["un\n2\ntrois", undefined]);
});

test("taking the other text forgets one's own", async () => {
  const { drafts, others, server, draft } = world();
  others({ body: "un\nDEUX\ntrois" });
  drafts.write(first, { body: "un\n2\ntrois" });
  await drafts.flush(first.id);
  drafts.settle(first.id, "theirs", server.note);
  expect([server.note.body, draft()]).toEqual(["un\nDEUX\ntrois", undefined]);
});

test("without a server it waits, over reloads too", async () => {
  const { drafts, state, kept, draft, server } = world();
  state.broken = new ApiProblem("network.offline", 0);
  drafts.write(first, { body: "plus tard" });
  await drafts.flush(first.id);
  expect(draft()?.changes.body).toBe("plus tard");
  const later = world();
  later.drafts.restore(Object.fromEntries(kept));
  await later.drafts.flushAll();
  expect([later.server.note.body, server.note.body]).toEqual(["plus tard", first.body]);
});

test("what the server refuses is kept and not sent again until more is written", async () => {
  const { drafts, state, calls, draft, server } = world();
  state.broken = new ApiProblem("permission.denied", 403);
  drafts.write(first, { body: "A" });
  await drafts.flush(first.id);
  await drafts.flushAll();
  expect([calls.length, draft()?.stopped, draft()?.changes.body]).toEqual([
    1,
    "permission.denied",
    "A",
  ]);
  state.broken = undefined;
  drafts.write(first, { body: "AB" });
  await drafts.flush(first.id);
  expect([server.note.body, draft()]).toEqual(["AB", undefined]);
});

test("what others write meanwhile is under the draft at once", () => {
  const { drafts, draft } = world();
  drafts.write(first, { body: "un\ndeux\ntrois\nquatre" });
  drafts.follow({ ...first, version: 2, body: "zéro\nun\ndeux\ntrois" });
  expect(draft()?.changes.body).toBe("zéro\nun\ndeux\ntrois\nquatre");
  drafts.follow({ ...first, version: 1, body: "vieux" });
  expect(draft()?.base.version).toBe(2);
});

test("what is so already needs nothing", () => {
  const draft = { base: first, changes: { body: "pareil", heldOn: "2026-11-21" } };
  expect(rebase(draft, { ...first, version: 2, body: "pareil" }).changes).toEqual({
    heldOn: "2026-11-21",
  });
});
