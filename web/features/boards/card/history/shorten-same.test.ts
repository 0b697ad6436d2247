import { diffLines } from "diff";
import { expect, test } from "vitest";
import { shortenSame } from "./shorten-same.ts";

const text = (lines: readonly (number | string)[]) => lines.map((line) => `${line}\n`).join("");
const numbers = Array.from({ length: 20 }, (_, at) => at + 1);
const shown = (before: string, after: string) =>
  shortenSame(diffLines(before, after), 2).map((part) => part.value);

test("what is the same is cut to the lines beside a change, first, between and last", () => {
  const after = numbers.map((line) => (line === 5 || line === 15 ? `${line} b` : line));
  expect(shown(text(numbers), text(after))).toEqual([
    "…\n3\n4\n",
    "5\n",
    "5 b\n",
    "6\n7\n…\n13\n14\n",
    "15\n",
    "15 b\n",
    "16\n17\n…\n",
  ]);
});

test("nothing is cut that dots would be no shorter than", () => {
  expect(shown(text([1, 2, 3, "x"]), text([1, 2, 3, "y"]))).toEqual(
    ["1\n2\n3\n", "x\n", "y\n"].with(0, "…\n2\n3\n").with(0, "1\n2\n3\n"),
  );
});
