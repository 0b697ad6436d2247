import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

// docs/security.md claims only what a test shows: this holds the page against the tests that it names.
const page = readFileSync("docs/security.md", "utf8");
const links = [...page.matchAll(/\]\(([^)]+)\)((?:,? "[^"]+")*)/g)].map(([, target, titles]) => ({
  file: resolve("docs", target ?? ""),
  titles: [...(titles ?? "").matchAll(/"([^"]+)"/g)].map(([, title]) => title ?? ""),
}));

describe("the security page", () => {
  it("names many tests", () => {
    expect(links.flatMap((link) => link.titles).length).toBeGreaterThan(30);
  });

  it("links files that exist", () => {
    expect(links.map((link) => link.file).filter((file) => !existsSync(file))).toEqual([]);
  });

  it("quotes titles that stand in the linked tests", () => {
    const missing = links.flatMap(({ file, titles }) => {
      const text = existsSync(file) ? readFileSync(file, "utf8") : "";
      return titles.filter((title) => !text.includes(`"${title}"`));
    });
    expect(missing).toEqual([]);
  });
});
