import { expect, test } from "vitest";
import { cardOp, testId } from "#domain/boards/testing.ts";
import type { TaskIntent } from "#domain/boards/task-ops.ts";
import { changeTask } from "./change-task.ts";
import { readCard } from "./records.ts";
import { readMeta, type Storage } from "./storage.ts";
import { ORIGIN, pushAs, testBoard } from "./testing.ts";

const CARD = testId("crd", 1);

function ask(storage: Storage, intent: TaskIntent, more: object = {}) {
  const rights = { write: true, manage: false };
  const task = { client: "rest-aaaaaaaa", fingerprint: "f", userId: "usr_a", origin: ORIGIN };
  const asked = { ...task, rights, card: CARD, since: null, intent, ...more };
  return changeTask(storage, asked, "2026-11-21T10:00:00.000Z");
}

test("a repeated creation is shown the card that it made, whatever id it brings", () => {
  const storage = testBoard();
  const intent = { kind: "create", changes: { title: "Une" } } as const;
  expect(ask(storage, intent).applied).toBe(1);
  const again = ask(storage, intent, { card: testId("crd", 2) });
  expect(again).toMatchObject({ applied: 0, outcome: { kind: "done", card: { id: CARD } } });
  const other = ask(storage, intent, { fingerprint: "g" });
  expect(other.outcome).toEqual({ kind: "reused" });
  expect(readMeta(storage)?.version).toBe(4);
});

test("what is refused in part is undone in whole, and its name is free again", () => {
  const storage = testBoard();
  pushAs(storage, "client_a", 1, [cardOp(1)]);
  const before = readCard(storage, CARD);
  const changes = { title: "Moitié", status: "todo" } as const;
  const refused = ask(
    storage,
    { kind: "update", changes },
    { rights: { write: false, manage: false } },
  );
  expect(refused).toMatchObject({ applied: 0, outcome: { kind: "rejected" } });
  expect(readCard(storage, CARD)).toEqual(before);
  expect(ask(storage, { kind: "update", changes }).outcome.kind).toBe("done");
});

test("a value written since is a conflict, one of before is not", () => {
  const storage = testBoard();
  pushAs(storage, "client_a", 1, [cardOp(1)]);
  const seen = readMeta(storage)?.version ?? 0;
  pushAs(storage, "client_a", 2, [{ kind: "card.update", card: CARD, set: { title: "Autre" } }]);
  const intent = { kind: "update", changes: { title: "Mien" } } as const;
  expect(ask(storage, intent, { since: seen })).toMatchObject({
    applied: 0,
    outcome: { kind: "conflict", card: { title: "Autre" } },
  });
  expect(ask(storage, intent, { since: seen + 1 }).outcome.kind).toBe("done");
});

test("a card that is gone is told, and only a deleted one is brought back", () => {
  const storage = testBoard();
  for (const kind of ["delete", "restore"] as const) {
    expect(ask(storage, { kind }).outcome).toEqual({ kind: "gone" });
  }
  pushAs(storage, "client_a", 1, [cardOp(1)]);
  expect(ask(storage, { kind: "restore" }).outcome).toEqual({ kind: "gone" });
  expect(ask(storage, { kind: "delete" }).outcome.kind).toBe("done");
});
