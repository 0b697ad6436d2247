import { expect, test } from "vitest";
import { parseOptions } from "./options.ts";

test("everything runs in full unless told", () => {
  expect(parseOptions([])).toEqual({
    only: new Set(["a", "b", "c", "d", "e", "f", "g", "h", "i"]),
    quick: false,
    write: false,
  });
});

test.each([
  [["--only", "a,b", "--quick"], ["a", "b"], true],
  [["--quick", "--only=d"], ["d"], true],
  [["--write", "--only", "b"], ["b"], false],
  [["--only", "c, a"], ["c", "a"], false],
])("%j", (args, only, quick) => {
  expect(parseOptions(args)).toEqual({
    only: new Set(only),
    quick,
    write: args.includes("--write"),
  });
});

test.each([[["--fast"]], [["--only", "z"]], [["--only"]]])("%j is refused", (args) => {
  expect(() => parseOptions(args)).toThrow(/Unknown option|No section/);
});
