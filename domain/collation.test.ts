import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareText, sortKey } from "./collation.ts";

describe("sortKey", () => {
  it.each([
    ["Étude", "etude"],
    ["ÉCOLE  du Bois ", "ecole du bois"],
    ["Œuvre", "oeuvre"],
    ["Ærø & Cie", "aero & cie"],
    ["Straße", "strasse"],
    ["Garçon", "garcon"],
    ["ﬁnance", "finance"],
    ["", ""],
  ])("%s → %s", (text, key) => {
    expect(sortKey(text)).toBe(key);
  });

  it("is the same for composed and decomposed text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(sortKey(text.normalize("NFD"))).toBe(sortKey(text.normalize("NFC")));
      }),
    );
  });
});

describe("compareText", () => {
  it("orders as UTF-8 bytes do", () => {
    const text = fc.string({ unit: "binary" }).filter((value) => value.isWellFormed());
    fc.assert(
      fc.property(text, text, (a, b) => {
        const bytes = Buffer.compare(Buffer.from(a, "utf8"), Buffer.from(b, "utf8"));
        expect(Math.sign(compareText(a, b))).toBe(bytes);
      }),
      { numRuns: 500 },
    );
  });

  it("puts a letter outside the first plane above the end of it", () => {
    expect(compareText("\u{1F600}", "\uFFFD")).toBeGreaterThan(0);
  });
});
