import { expect, test } from "vitest";
import { replaceAround } from "./replace-around.ts";

/** `|` marks the caret. */
function run(before: string, after: string): string {
  const field = document.createElement("textarea");
  field.value = before.replace("|", "");
  field.setSelectionRange(before.indexOf("|"), before.indexOf("|"));
  replaceAround(field, after);
  const { value, selectionStart: at } = field;
  return `${value.slice(0, at)}|${value.slice(at)}`;
}

test.each([
  ["un\nde|ux", "zéro\nun\ndeux", "zéro\nun\nde|ux"],
  ["un|\ndeux", "un\ndeux\ntrois", "un|\ndeux\ntrois"],
  ["un\ndeux|", "un", "un|"],
  ["|un", "deux", "|deux"],
  ["un\ndeux\ntr|ois", "un\ntrois", "un\ntr|ois"],
  ["un|", "un", "un|"],
])("%j with %j in its place: %j", (before, after, shown) => {
  expect(run(before, after)).toBe(shown);
});
