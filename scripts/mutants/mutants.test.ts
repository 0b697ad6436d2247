import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BOARDS } from "./boards.ts";
import { ISOLATION } from "./isolation.ts";
import { judge } from "./judge.ts";
import { patched } from "./mutant.ts";

const read = (file: string) => readFileSync(file, "utf8");

const report = (...statuses: string[]) =>
  JSON.stringify({
    testResults: [
      { assertionResults: statuses.map((status, at) => ({ fullName: `test ${at}`, status })) },
    ],
  });

const ALL = [...ISOLATION, ...BOARDS];

describe("the table of mutants", () => {
  it("has a name for each, once", () => {
    expect(new Set(ALL.map((mutant) => mutant.name)).size).toBe(ALL.length);
    expect(ISOLATION.length).toBeGreaterThan(40);
  });

  it("breaks each of the ten properties of boards more than once", () => {
    for (let n = 1; n <= 10; n += 1) {
      const own = BOARDS.filter(({ name }) => name.startsWith(`${n} `));
      expect([n, own.length > 1]).toEqual([n, true]);
    }
  });

  it.each(ALL.map((mutant) => [mutant.name, mutant] as const))(
    "fits the source: %s",
    (_name, mutant) => {
      for (const [file, text] of patched(mutant, read)) expect(text).not.toBe(read(file));
      expect(mutant.tests.filter((file) => !existsSync(file))).toEqual([]);
    },
  );

  it("is refused when a text is gone, or is there twice", () => {
    const mutant = { name: "x", file: "a.ts", find: "if (a)", replace: "", tests: [] };
    expect(patched(mutant, () => "if (a) b();")).toEqual(new Map([["a.ts", " b();"]]));
    expect(() => patched(mutant, () => "if (b) a();")).toThrow(/no longer there/);
    expect(() => patched(mutant, () => "if (a) b(); if (a) c();")).toThrow(/2 times/);
  });

  it("takes a check out of both places where either would do", () => {
    const also = { file: "a.ts", find: "if (b)", replace: "" };
    const mutant = { name: "x", file: "a.ts", find: "if (a)", replace: "", also, tests: [] };
    expect(patched(mutant, () => "if (a) if (b) c();").get("a.ts")).toBe("  c();");
    expect(() => patched(mutant, () => "if (a) c();")).toThrow(/no longer there/);
  });
});

describe("a mutant", () => {
  it("is killed by a test that ran and failed", () => {
    expect(judge(report("passed", "failed"), false)).toEqual({ kind: "failed", by: "test 1" });
  });

  it("survives when every test passes", () => {
    expect(judge(report("passed", "skipped"), true)).toEqual({ kind: "passed", tests: 1 });
  });

  it.each([
    ["no report", undefined],
    ["a file that did not load", report()],
    ["nothing but skipped tests", report("skipped")],
    ["a run that failed for no test", report("passed")],
  ])("is not killed by %s", (_why, json) => {
    expect(judge(json, false)).toEqual({ kind: "broken" });
  });
});
