import { describe, expect, it } from "vitest";
import { withChoices, type ImportChoices } from "./choices.ts";
import { columnChoices, fileChoices, followed } from "./chosen.ts";
import type { Reading } from "./reading.ts";
import { sniff } from "./sniff/sniff.ts";

const FILE = "Export\ncode;jour;montant\n01;05/06/2026;1,5\n02;13/06/2026;2,5\n";

function read(choices: ImportChoices): Reading {
  const sample = {
    head: FILE,
    more: [],
    tail: "",
    encoding: choices.encoding ?? ("utf-8" as const),
    encodingEvidence: { code: "encoding.ascii" as const, sure: true as const },
  };
  return withChoices(sniff(sample, choices, (at) => `colonne_${at}`).reading, choices);
}

/** What is chosen when the page of a kept file opens. */
function recalled(kept: Reading): ImportChoices {
  const ofFile = fileChoices(kept, read({}));
  return { ...ofFile, columns: columnChoices(kept, read(ofFile)) };
}

describe("the choices of a kept file", () => {
  it.each<[string, ImportChoices]>([
    ["nothing", {}],
    [
      "a kind, a name and a column left out",
      {
        columns: { 0: { kind: "integer" }, 1: { name: "le" }, 2: { skipped: true } },
      },
    ],
    ["no head", { headerLine: 0 }],
    ["another separator and encoding", { delimiter: ",", encoding: "windows-1252" }],
    [
      "the order of dates, cells left empty, no quotes, and a step",
      {
        dates: "mdy",
        badCells: "empty",
        quotes: "none",
        steps: [{ do: "trim", column: null }],
      },
    ],
  ])("are found again: %s", (_, choices) => {
    const kept = read(choices);
    expect(read(recalled(kept))).toEqual(kept);
  });

  it("leave open what was detected", () => {
    const { totals, shortRows, badCells, columns, ...rest } = recalled(read({}));
    expect([totals, shortRows, badCells, columns]).toEqual(["exclude", "reject", "reject", {}]);
    expect(rest).toEqual({});
  });
});

it("lets other files follow what changed, by their heads, and nothing else", () => {
  const before = read({});
  const after = read({ columns: { 2: { kind: "text", name: "prix" } }, badCells: "empty" });
  const other: Reading = {
    ...before,
    delimiter: "|",
    columns: before.columns
      .toReversed()
      .map((column) => ({ ...column, source: column.source.toUpperCase() })),
  };
  const { columns, ...rest } = followed(before, after, other);
  expect(columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    "prix text",
    "jour date",
    "code text",
  ]);
  expect(rest).toMatchObject({ delimiter: "|", badCells: "empty" });
});
