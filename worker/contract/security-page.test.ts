import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { ASVS_LEVEL_2 } from "./asvs-requirements.ts";

// The pages on security claim only what a test shows: this holds them against the tests and sections that they name.
const linksOf = (page: string) =>
  [...readFileSync(page, "utf8").matchAll(/\]\(([^)#]+)\)((?:,? "[^"]+")*)/g)].map(
    ([, target, titles]) => ({
      file: resolve("docs", target ?? ""),
      titles: [...(titles ?? "").matchAll(/"([^"]+)"/g)].map(([, title]) => title ?? ""),
    }),
  );

/** Whether a title stands in a test, or a section in a page. */
function stands(file: string, title: string): boolean {
  if (!existsSync(file)) return false;
  const text = readFileSync(file, "utf8");
  return file.endsWith(".md") ? text.includes(`\n## ${title}\n`) : text.includes(`"${title}"`);
}

/** Rows of a table whose first cell names requirements: the row, the numbers, the rest. */
const rowsOf = (text: string) => [...text.matchAll(/^\| ([\d., ]+) \| (.+) \|$/gm)];

describe.each(["docs/security.md", "docs/asvs.md", "docs/security-policy.md"])("%s", (page) => {
  const links = linksOf(page);

  it("links files that exist", () => {
    expect(links.length).toBeGreaterThan(0);
    expect(links.map((link) => link.file).filter((file) => !existsSync(file))).toEqual([]);
  });

  it("quotes titles that stand in the linked tests and sections", () => {
    const missing = links.flatMap(({ file, titles }) =>
      titles.filter((title) => !stands(file, title)),
    );
    expect(missing).toEqual([]);
  });
});

describe("the list of ASVS 5.0", () => {
  const [applies = "", rest = ""] = readFileSync("docs/asvs.md", "utf8").split("## Does not apply");

  it("has each requirement of levels 1 and 2 once", () => {
    const listed = rowsOf(applies + rest).flatMap(([, numbers = ""]) => numbers.split(", "));
    expect(listed.toSorted()).toEqual(ASVS_LEVEL_2.toSorted());
  });

  it("answers each that applies by a test, a section or a decision", () => {
    const answered = /\]\(|decided|the (same )?test/i;
    const bare = rowsOf(applies).filter(([, , answer = ""]) => !answered.test(answer));
    expect(bare.map(([row]) => row)).toEqual([]);
  });
});
