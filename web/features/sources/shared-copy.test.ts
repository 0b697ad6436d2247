import { expect, it } from "vitest";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { contentName, copiesOf, isBehind, isCurrent, originalOf } from "./shared-copy.ts";
import type { SharedSource } from "./shared-copy.ts";

const file = (fields: Partial<DataSet> = {}) =>
  ({
    id: "ds_aaaaaaaaaaaa",
    fileName: "ventes.csv",
    size: 40,
    rows: 3,
    addedAt: 1,
    reading: {},
    profiles: [{ name: "région", kind: "text" }],
    ...fields,
  }) as DataSet;
const shared = (details: Partial<SharedSource["details"]> = {}, fields: object = {}) =>
  ({
    id: "src_1",
    kind: "shared",
    createdBy: "usr_1",
    rows: 3,
    columns: [{ name: "région", kind: "text", description: "Où" }],
    details: { fileName: "ventes.csv", bytes: 40, format: "text", file: "fil_1", ...details },
    ...fields,
  }) as SharedSource;
const replaced = file({ file: "ds_aaaaaaaaaaaa.12345678" });

it("knows the file that a copy was made of whatever became of its name and columns", () => {
  const other = file({ id: "ds_bbbbbbbbbbbb", addedAt: 9 });
  const renamed = file({ fileName: "mars.csv", profiles: [] });
  const copy = shared({ original: contentName(file()) });
  expect(originalOf([other, renamed], copy)).toBe(renamed);
  // Of a copy that does not say it, the one of its name is meant.
  expect(originalOf([renamed, other], shared())).toBe(other);
  expect(copiesOf([copy], renamed, undefined)).toEqual([copy]);
  expect(copiesOf([copy], other, "usr_1")).toEqual([]);
  expect(copiesOf([shared()], other, "usr_1")).toHaveLength(1);
  expect(copiesOf([shared()], other, "usr_2")).toEqual([]);
});

it("sees that a copy is behind after its file was replaced, added to or read otherwise", () => {
  const copy = shared({ original: contentName(file()) });
  expect([isBehind(copy, file()), isCurrent(copy, file())]).toEqual([false, true]);
  expect([isBehind(copy, replaced), isCurrent(copy, replaced)]).toEqual([true, false]);
  expect(isBehind(shared({ original: contentName(replaced) }), replaced)).toBe(false);
  expect(isBehind(copy, file({ rows: 2 }))).toBe(true);
  expect(isBehind(shared(), file({ size: 41 }))).toBe(true);
  expect(isBehind(shared(), file())).toBe(false);
});

it("takes what was changed for everybody, and somebody else's file of that name, for no change of this file", () => {
  const original = contentName(file());
  const revised = shared({ original, revision: "fil_2" }, { rows: 1, columns: [] });
  expect([isBehind(revised, file()), isCurrent(revised, file())]).toEqual([false, false]);
  expect(isBehind(shared({ original: "ds_cccccccccccc" }), replaced)).toBe(false);
});
