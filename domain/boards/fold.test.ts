import * as fc from "fast-check";
import { expect, test } from "vitest";
import { applyChanges, boardMap, cardOf, mapReader } from "./board-map.ts";
import { fold, type Pending } from "./fold.ts";
import { anyOp, cardOp, contents, dealt, run, testId } from "./testing.ts";

const who = { userId: "usr_a", client: "client_a" };
const pending = (ops: Pending["op"][]): Pending[] =>
  ops.map((op, i) => ({ seq: i + 1, base: 0, op, at: "2026-11-21T10:00:00.000Z" }));

test("the view shows pending ops and leaves the confirmed board as it was", () => {
  const confirmed = dealt(2, 2);
  const before = contents(confirmed);
  const view = fold(confirmed, pending([cardOp(9, 2, "Mine")]), who);
  expect(cardOf(view, testId("crd", 9))?.title).toBe("Mine");
  expect(cardOf(view, testId("crd", 9))?.number).toBeNull();
  expect(cardOf(view, testId("crd", 1))?.title).toBe("Card 1");
  expect(contents(confirmed)).toEqual(before);
});

test("a layer over the board decides as the board itself would", () => {
  fc.assert(
    fc.property(
      fc.array(anyOp, { maxLength: 25 }),
      fc.array(anyOp, { maxLength: 25 }),
      (first, second) => {
        const confirmed = dealt(3, 8);
        for (const op of first) run(confirmed, op);
        const view = fold(confirmed, pending(second), who);
        const plain = boardMap();
        plain.columns = new Map(confirmed.columns);
        plain.cards = new Map(confirmed.cards);
        plain.version = confirmed.version;
        for (const op of second) run(plain, op);
        for (const id of ["col", "crd"].flatMap((p) => [1, 2, 3, 4].map((n) => testId(p, n)))) {
          const lane = (board: typeof plain) =>
            mapReader(board)
              .cardLane(id, "")
              .all()
              .map((r) => r.id);
          expect(lane(view)).toEqual(lane(plain));
          expect(cardOf(view, id)?.title).toEqual(cardOf(plain, id)?.title);
        }
      },
    ),
  );
});

test("the changes of an op are all that it did: applied elsewhere they give the same board", () => {
  fc.assert(
    fc.property(fc.array(anyOp, { maxLength: 50 }), (ops) => {
      const one = dealt(2, 4);
      const two = dealt(2, 4);
      for (const op of ops) {
        const at = new Date(1_760_000_000_000 + one.version * 1000).toISOString();
        const verdict = run(one, op);
        if (verdict.outcome === "applied" || verdict.outcome === "rebased") {
          applyChanges(two, verdict.changes, { version: two.version + 1, at });
        }
      }
      expect(contents(two)).toEqual(contents(one));
    }),
  );
});
