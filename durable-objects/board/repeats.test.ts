import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Card } from "#domain/boards/model.ts";
import type { Repeat } from "#domain/boards/repeat.ts";
import { cardOp, testId } from "#domain/boards/testing.ts";
import { makeDue, nextRepeat } from "./repeats.ts";
import { snapshotFrames } from "./catch-up.ts";
import { prepare, readMeta, type Storage } from "./storage.ts";
import { pushAs, testBoard } from "./testing.ts";

const CARD = testId("crd", 1);
const DAILY: Repeat = { rule: "FREQ=DAILY", zone: "Europe/Paris", from: "2026-11-22", last: null };
const at = (iso: string) => Date.parse(iso);

const set = (repeat: Repeat | null) => ({ kind: "card.update", card: CARD, set: { repeat } });

function board(repeat: Repeat = DAILY, more: object = {}): Storage {
  const storage = testBoard();
  const card = { ...cardOp(1), fields: { title: "Relever les compteurs", ...more } };
  pushAs(storage, "client_a", 1, [card, set(repeat)]);
  return storage;
}

const live = (storage: Storage): Card[] =>
  storage
    .all<{ body: string }>("SELECT body FROM cards WHERE deleted = 0 ORDER BY rank")
    .map(({ body }) => JSON.parse(body) as Card);
const heads = (storage: Storage) => live(storage).filter(({ repeat }) => repeat);

describe("a recurring card", () => {
  it("comes again at the start of its day, exactly once, and hands its series on", () => {
    const storage = board(DAILY, { tags: ["Énergie"], priority: "high" });
    const midnight = at("2026-11-21T23:00:00Z");
    expect(nextRepeat(storage)).toBe(midnight);
    expect(makeDue(storage, midnight - 1)).toBe(false);
    expect(makeDue(storage, midnight)).toBe(true);
    const { version } = readMeta(storage)!;
    for (let i = 0; i < 3; i += 1) makeDue(storage, midnight + i);
    expect(readMeta(storage)!.version).toBe(version);
    const [old, made, ...others] = live(storage);
    expect(others).toEqual([]);
    expect(old?.repeat).toBeNull();
    expect(made).toMatchObject({
      title: "Relever les compteurs",
      tags: ["Énergie"],
      priority: "high",
      dueOn: "2026-11-22",
      number: 2,
      repeat: { ...DAILY, last: "2026-11-22" },
    });
    expect(nextRepeat(storage)).toBe(at("2026-11-22T23:00:00Z"));
  });

  it("comes again without its files and without a cover among them; a colour stays", () => {
    const file = { id: testId("fil", 1), name: "a.png", size: 9, type: "image/png" };
    for (const [cover, again] of [
      [file.id, null],
      ["c2", "c2"],
    ] as const) {
      const storage = board();
      const update = { kind: "card.update", card: CARD, set: { cover }, files: { add: [file] } };
      pushAs(storage, "client_a", 3, [update]);
      makeDue(storage, at("2026-11-21T23:00:00Z"));
      const [old, made] = live(storage);
      expect(old?.cover).toBe(cover);
      expect(made).toMatchObject({ cover: again, files: [] });
    }
  });

  it("comes once after an outage of a month, for the last date, and goes on from there", () => {
    const storage = board();
    makeDue(storage, at("2026-12-24T09:00:00Z"));
    expect(live(storage).map(({ dueOn }) => dueOn)).toEqual([null, "2026-12-24"]);
    expect(nextRepeat(storage)).toBe(at("2026-12-24T23:00:00Z"));
  });

  it("brings its checklists unticked and in their order", () => {
    const storage = board();
    const [list, one, two] = [testId("lst", 1), testId("itm", 1), testId("itm", 2)];
    const checklists = { [list]: { name: "Étapes" } };
    const items = { [one]: { list, text: "Gaz" }, [two]: { list, text: "Eau", done: true } };
    pushAs(storage, "client_a", 3, [{ kind: "card.update", card: CARD, checklists, items }]);
    makeDue(storage, at("2026-11-22T09:00:00Z"));
    const [made] = heads(storage);
    const lines = Object.values(made!.items).toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
    expect(lines.map(({ text, done }) => [text, done])).toEqual([
      ["Gaz", false],
      ["Eau", false],
    ]);
    expect(Object.values(made!.checklists).map(({ name }) => name)).toEqual(["Étapes"]);
  });

  it("ends with its series, with its card, and when somebody says so", () => {
    const last = board({ ...DAILY, rule: "FREQ=DAILY;COUNT=1" });
    makeDue(last, at("2026-11-23T09:00:00Z"));
    expect([live(last).length, heads(last).length, nextRepeat(last)]).toEqual([2, 0, null]);
    const deleted = board();
    pushAs(deleted, "client_a", 3, [{ kind: "card.delete", card: CARD }]);
    expect([makeDue(deleted, at("2027-01-01T00:00:00Z")), nextRepeat(deleted)]).toEqual([
      false,
      null,
    ]);
    pushAs(deleted, "client_a", 4, [{ kind: "card.restore", card: CARD }]);
    expect(nextRepeat(deleted)).toBe(at("2026-11-21T23:00:00Z"));
    const stopped = board();
    pushAs(stopped, "client_a", 3, [set(null)]);
    expect(nextRepeat(stopped)).toBeNull();
  });

  it("waits while its board is archived, and while its column takes no more", () => {
    const storage = board();
    storage.run("UPDATE meta SET archived = 1");
    expect([makeDue(storage, at("2026-11-23T09:00:00Z")), nextRepeat(storage)]).toEqual([
      false,
      null,
    ]);
    storage.run("UPDATE meta SET archived = 0");
    const limit = { wipLimit: 1, wipBlock: true };
    pushAs(storage, "client_a", 3, [
      { kind: "column.update", column: testId("col", 1), set: limit },
    ]);
    const now = at("2026-11-23T09:00:00Z");
    makeDue(storage, now);
    expect([heads(storage).length, nextRepeat(storage)]).toEqual([1, now + 3_600_000]);
    const wider = { wipLimit: 2 };
    pushAs(storage, "client_a", 4, [
      { kind: "column.update", column: testId("col", 1), set: wider },
    ]);
    makeDue(storage, now + 3_600_000);
    expect(live(storage).map(({ dueOn }) => dueOn)).toEqual([null, "2026-11-23"]);
  });

  it("is known to an object of before, and refused where the rule is none", () => {
    const storage = board();
    storage.run("DROP TABLE repeats");
    prepare(storage);
    expect(nextRepeat(storage)).toBeNull();
    const { results } = pushAs(storage, "client_a", 3, [
      set({ ...DAILY, rule: "FREQ=NEVER" }),
      set(DAILY),
    ]);
    expect(results).toMatchObject([{ reason: "invalid" }, { outcome: "noop" }]);
    expect(snapshotFrames(storage, 1).length).toBeGreaterThan(0);
  });

  it("makes one card for each date that the object was awake on, whenever its alarms come", () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 5 * 24 * 3600 }), {
      minLength: 5,
      maxLength: 40,
    });
    const zones = fc.constantFrom(
      "Europe/Paris",
      "America/New_York",
      "Pacific/Apia",
      "Australia/Lord_Howe",
    );
    fc.assert(
      fc.property(
        gaps,
        zones,
        fc.constantFrom("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        (seconds, zone, rule) => {
          const storage = board({ ...DAILY, zone, rule, from: "2026-10-20" });
          let now = at("2026-10-19T00:00:00Z");
          for (const gap of seconds) {
            now += gap * 1000;
            const before = live(storage).length;
            makeDue(storage, now);
            makeDue(storage, now);
            expect(live(storage).length - before).toBeLessThanOrEqual(1);
            expect(heads(storage)).toHaveLength(1);
            expect(nextRepeat(storage)!).toBeGreaterThan(now);
          }
          const dates = live(storage).flatMap(({ dueOn }) => dueOn ?? []);
          expect(dates).toEqual([...new Set(dates)].toSorted());
        },
      ),
      { numRuns: 60, seed: 4 },
    );
  });
});
