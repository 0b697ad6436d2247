import * as fc from "fast-check";
import { expect, test } from "vitest";
import { overTitle, splitAt, titleFields } from "./long-title.ts";
import { CardFields } from "./model.ts";

const LONG = `Reprise des ${"plans de coffrage ".repeat(20)}`.trim();

const bare = (text: string) => text.normalize("NFC").replaceAll(/\s/g, "");

test("a title that fits is put in order and nothing else", () => {
  expect(titleFields("  Visa   des plans ")).toEqual({ title: "Visa des plans" });
  expect(titleFields("x".repeat(300), "Avant")).toEqual({ title: "x".repeat(300) });
});

test("what is too long ends between words and goes on above what the description says", () => {
  const fields = titleFields(LONG, "Voir le plan.");
  expect(fields?.title.length).toBeLessThanOrEqual(300);
  expect(fields?.title).toMatch(/(?:plans|de|coffrage)…$/);
  expect(fields?.description).toMatch(/^…(?:plans|de|coffrage) [^]*\n\nVoir le plan\.$/);
  expect(overTitle(LONG)).toBe(LONG.length - 300);
});

test("no character of any title is lost, and what is made is always taken", () => {
  const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 });
  const typed = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(typed, (text) => {
      const fields = titleFields(text);
      const { title = "", description } = fields ?? {};
      const shown = description === undefined ? title : title.slice(0, -1) + description.slice(1);
      expect(bare(shown)).toBe(bare(text));
      expect(title.length).toBeLessThanOrEqual(300);
    }),
    { numRuns: 300, seed: 7 },
  );
});

test("a pair is never cut in two, and what no description holds is refused whole", () => {
  const [head, rest] = splitAt(`${"x".repeat(298)}😀😀`, 299);
  expect([head, rest]).toEqual(["x".repeat(298), "😀😀"]);
  expect(CardFields.partial().safeParse(titleFields("😀".repeat(400))).success).toBe(true);
  expect(titleFields("x".repeat(60_000))).toBeNull();
  expect(titleFields("漢".repeat(30_000))).toBeNull();
  expect(titleFields("x".repeat(400), "y".repeat(49_990))).toBeNull();
});
