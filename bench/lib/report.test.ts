import { describe, expect, test } from "vitest";
import { sectionText, withSection } from "./report.ts";

const page =
  "# P\n<!-- bench:a -->\nold\n<!-- /bench:a -->\nwords\n<!-- bench:b -->\n<!-- /bench:b -->\n";

describe("a page with places for figures", () => {
  test("takes the new figures and keeps the words", () => {
    const once = withSection(page, "a", "\nnew\n");
    expect(once).toContain("<!-- bench:a -->\n\nnew\n\n<!-- /bench:a -->\nwords");
    expect(once).not.toContain("old");
    expect(withSection(once, "a", "new")).toBe(once);
  });

  test("without a place is refused", () => {
    expect(() => withSection(page, "c", "x")).toThrow('no place for section "c"');
  });
});

const table = (title: string) => ({ title, columns: ["x"], rows: [["1"]] });

test("the tables of a section are those of its letter", () => {
  const text = sectionText([table("a1. One"), table("b. Two"), table("a2. Three")], "a");
  expect(text).toContain("### a1. One");
  expect(text).toContain("### a2. Three");
  expect(text).not.toContain("Two");
});
