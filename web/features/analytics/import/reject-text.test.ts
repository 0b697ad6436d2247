import { expect, it } from "vitest";
import { markedRaw } from "./reject-text.ts";

it("marks the cell that did not read", () => {
  const reject = {
    line: 3,
    raw: "a;31/06/2026;b",
    reason: { code: "cell", column: 1, value: "31/06/2026" },
  } as const;
  expect(markedRaw(reject)).toEqual({ before: "a;", marked: "31/06/2026", after: ";b" });
});

it("marks an unclosed quote to the end and leaves the rest plain", () => {
  expect(markedRaw({ line: 3, raw: 'a;"Delorme', reason: { code: "quote" } }).marked).toBe(
    '"Delorme',
  );
  expect(
    markedRaw({ line: 3, raw: "a;b", reason: { code: "missing", found: 2, expected: 3 } }),
  ).toEqual({
    before: "a;b",
    marked: "",
    after: "",
  });
});
