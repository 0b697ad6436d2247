import { expect, test } from "vitest";
import { applyMark, continueList, type Edit, type Mark } from "./marks.ts";

/** `|` marks both ends of the selection, one of them a caret. */
function parse(marked: string) {
  const from = marked.indexOf("|");
  const last = marked.lastIndexOf("|");
  const to = from === last ? from : last - 1;
  return { text: marked.replaceAll("|", ""), from, to };
}
function show(text: string, edit: Edit): string {
  const done = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  const { selectFrom, selectTo } = edit;
  const between = selectFrom === selectTo ? "|" : `|${done.slice(selectFrom, selectTo)}|`;
  return done.slice(0, selectFrom) + between + done.slice(selectTo);
}
function run(marked: string, mark: Mark): string {
  const selected = parse(marked);
  return show(selected.text, applyMark(selected, mark));
}

test.each([
  ["le |mot| juste", "bold", "le **|mot|** juste"],
  ["le **|mot|** juste", "bold", "le |mot| juste"],
  ["le |", "italic", "le *|*"],
  ["|q = 2|", "code", "`|q = 2|`"],
  ["voir |plan|", "link", "voir [plan](|https://|)"],
  ["|https://exemple.fr/a|", "link", "[|](https://exemple.fr/a)"],
  ["un\nde|ux", "list", "un\n- de|ux"],
  ["|un\ndeux|", "check", "|- [ ] un\n- [ ] deux|"],
  ["|- un\n- deux|", "list", "|un\ndeux|"],
  ["|- un\n- deux|", "check", "|- [ ] un\n- [ ] deux|"],
] as const)("%s, %s: %s", (before, mark, after) => {
  expect(run(before, mark)).toBe(after);
});

test.each([
  ["- un|", "- un\n- |"],
  ["- [x] un|", "- [x] un\n- [ ] |"],
  ["9. un|", "9. un\n10. |"],
  ["- un\n- |", "- un\n|"],
])("Enter after %s goes on with the list", (before, after) => {
  const selected = parse(before);
  const edit = continueList(selected);
  expect(edit && show(selected.text, edit)).toBe(after);
});

test("Enter elsewhere is Enter", () => {
  expect(continueList(parse("un|"))).toBeNull();
  expect(continueList(parse("- |un|"))).toBeNull();
});
