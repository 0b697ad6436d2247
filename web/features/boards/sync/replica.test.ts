import { expect, test } from "vitest";
import { cardOf } from "#domain/boards/board-map.ts";
import type { Result, ServerMessage } from "#domain/boards/messages.ts";
import type { Op } from "#domain/boards/ops.ts";
import { cardOp, dealt, testId } from "#domain/boards/testing.ts";
import { createReplica } from "./replica.ts";

const card = testId("crd", 1);
const title = (text: string): Op => ({ kind: "card.update", card, set: { title: text } });
const AT = "2026-11-21T10:00:00.000Z";

function scene() {
  const board = dealt(2, 1);
  const replica = createReplica("usr_a", {
    client: "tab-aaaa",
    nextSeq: 1,
    acked: 0,
    epoch: "epo_1",
    board,
    pending: [],
  });
  const add = (...ops: Op[]) => replica.add(replica.number(ops, AT));
  const shown = () => cardOf(replica.view(), card)?.title;
  return { board, replica, add, shown };
}

const welcome = (more: Partial<Extract<ServerMessage, { kind: "welcome" }>>): ServerMessage => ({
  kind: "welcome",
  epoch: "epo_1",
  version: 3,
  lastSeq: 0,
  mode: "delta",
  peer: "per_1",
  rights: { write: true, manage: true },
  ...more,
});

const applied = (seq: number, version: number, text: string): Result => ({
  seq,
  version,
  outcome: "applied",
  changes: [{ entity: "card", id: card, set: { title: text } }],
  inverse: [],
  overwrote: [],
  at: AT,
});

const theirs = (version: number, text: string): ServerMessage => ({
  kind: "ops",
  from: version,
  to: version,
  ops: [
    {
      version,
      client: "tab-bbbb",
      seq: 1,
      userId: "usr_b",
      at: AT,
      opKind: "card.update",
      changes: [{ entity: "card", id: card, set: { title: text } }],
    },
  ],
});

test("one's own op stays on top until it is answered, then the order of the object counts", () => {
  const { replica, add, shown } = scene();
  add(title("Mine"));
  replica.receive(theirs(4, "Theirs"));
  expect(shown()).toBe("Mine");
  replica.receive({ kind: "ack", results: [applied(1, 5, "Mine")] });
  expect(replica.confirmed().version).toBe(5);
  replica.receive(theirs(6, "Theirs again"));
  expect(shown()).toBe("Theirs again");
  expect(replica.waiting()).toEqual([]);
});

test("an answer that comes before what it follows keeps the op in view", () => {
  const { replica, add, shown } = scene();
  add(title("Mine"));
  replica.receive({ kind: "ack", results: [applied(1, 5, "Mine")] });
  expect(replica.confirmed().version).toBe(3);
  expect(shown()).toBe("Mine");
  expect(replica.receive(theirs(4, "Theirs")).resync).toBe(false);
  expect(shown()).toBe("Mine");
});

test("an answer under another name is nobody's answer here", () => {
  const { replica, add, shown } = scene();
  add(title("Mine"));
  const results = [applied(1, 4, "Of a name of before")];
  const out = replica.receive({ kind: "ack", client: "tab-before", results });
  expect(out.answered).toEqual([]);
  expect(replica.waiting()).toHaveLength(1);
  expect(shown()).toBe("Mine");
  replica.receive({ kind: "ack", client: "tab-aaaa", results: [applied(1, 4, "Mine")] });
  expect(replica.waiting()).toEqual([]);
});

test("a welcome to another name says nothing of what this one has sent", () => {
  const { replica, add, shown } = scene();
  add(title("Mine"));
  replica.nextPush();
  const out = replica.receive(welcome({ client: "tab-before", lastSeq: 1 }));
  expect(out).toMatchObject({ foreign: true, rename: false });
  expect(shown()).toBe("Mine");
});

test("a refused op leaves the view and is told", () => {
  const { replica, add, shown } = scene();
  add(title("Mine"));
  const { answered } = replica.receive({
    kind: "ack",
    results: [{ seq: 1, version: 3, outcome: "rejected", reason: "forbidden" }],
  });
  expect(shown()).toBe("Card 1");
  expect(answered).toMatchObject([{ pending: { op: title("Mine") } }]);
});

const refused = (seq: number): ServerMessage => ({
  kind: "ack",
  results: [{ seq, version: 3, outcome: "rejected", reason: "forbidden" }],
});

test("an answer that came counts as all up to it only once those before it came as well", () => {
  const { replica, add } = scene();
  add(title("Un"), title("Deux"));
  replica.nextPush();
  replica.receive(refused(2));
  expect(replica.acked()).toBe(0);
  replica.receive(refused(1));
  expect(replica.acked()).toBeGreaterThanOrEqual(1);
});

test("what the object had before the connection broke is not folded over later values", () => {
  const { replica, add, shown } = scene();
  add(title("Mine"));
  replica.nextPush();
  // The push arrived and its answer did not; meanwhile somebody wrote after it.
  replica.receive(welcome({ version: 5, lastSeq: 1 }));
  expect(shown()).toBe("Mine");
  const mine: ServerMessage = {
    ...theirs(4, "Mine"),
    kind: "ops",
    from: 4,
    to: 4,
    ops: [],
  };
  replica.receive({
    ...mine,
    ops: [
      {
        version: 4,
        client: "tab-aaaa",
        seq: 1,
        userId: "usr_a",
        at: AT,
        opKind: "card.update",
        changes: [{ entity: "card", id: card, set: { title: "Mine" } }],
      },
    ],
  });
  replica.receive(theirs(5, "Theirs"));
  expect(shown()).toBe("Theirs");
  expect(replica.nextPush()?.ops).toHaveLength(1);
});

test("a snapshot hides what it already holds, and keeps the rest on top", () => {
  const { replica, add, shown } = scene();
  add(title("Answered"), cardOp(9, 2, "New"));
  replica.nextPush();
  const truth = dealt(2, 1);
  replica.receive(welcome({ mode: "snapshot", version: 9, lastSeq: 1 }));
  replica.receive({
    kind: "chunk",
    version: 9,
    part: 0,
    last: true,
    columns: [...truth.columns.values()],
    cards: [...truth.cards.values()].map((held) => ({ ...held, title: "Later" })),
  });
  expect(shown()).toBe("Later");
  expect(cardOf(replica.view(), testId("crd", 9))?.title).toBe("New");
});

test("a snapshot that lacks a part is no board: it is asked for again", () => {
  const { replica, shown } = scene();
  // A page whose greeting is under way would ask by itself: this one was greeted before.
  replica.receive(welcome({ mode: "snapshot", version: 9 }));
  const last = { kind: "chunk", version: 9, part: 1, last: true, columns: [], cards: [] } as const;
  expect(replica.receive({ ...last, columns: [], cards: [] }).resync).toBe(true);
  expect(replica.confirmed().version).not.toBe(9);
  expect(shown()).toBe("Card 1");
});

test("a restored backup and a device that lost its records both ask for a fresh name", () => {
  expect(scene().replica.receive(welcome({ epoch: "epo_2" })).rename).toBe(true);
  expect(scene().replica.receive(welcome({ lastSeq: 7 })).rename).toBe(true);
  expect(scene().replica.receive(welcome({})).rename).toBe(false);
});

test("numbers that the object knows and this page never sent are not given a second meaning", () => {
  const { replica, add } = scene();
  add(title("New"), title("Newer"));
  expect(replica.receive(welcome({ lastSeq: 1 })).rename).toBe(true);
  expect(replica.waiting()).toHaveLength(2);
});

test("missing versions and a head that is ahead make it ask", () => {
  const { replica } = scene();
  expect(replica.receive(theirs(5, "Later")).resync).toBe(true);
  expect(replica.receive({ kind: "head", version: 3 }).resync).toBe(false);
  expect(replica.receive({ kind: "head", version: 4 }).resync).toBe(true);
});

test("only ops that never left the device can be withdrawn", () => {
  const { replica, add, shown } = scene();
  add(title("One"));
  replica.nextPush();
  add(title("Two"));
  expect(replica.withdraw([2])).toBe(true);
  expect(shown()).toBe("One");
  expect(replica.withdraw([1])).toBe(false);
  add(title("Three"));
  expect(replica.nextPush()?.ops.map((op) => op.seq)).toEqual([2]);
});
