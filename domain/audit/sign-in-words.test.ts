import { describe, expect, it } from "vitest";
import { signInWords } from "./sign-in-words.ts";

describe("a word of a search", () => {
  it.each(["Allemagne", "germany", "ALLEM"])("%s finds what happened in Germany", (word) => {
    expect(signInWords(word)[0]?.places).toContain("DE");
    expect(signInWords(word)[0]?.places).not.toContain("FR");
  });

  it("finds kinds by their names in both languages, with and without accents", () => {
    expect(signInWords("cle")[0]?.kinds).toContain("sign_in.passkey");
    expect(signInWords("passkey")[0]?.kinds).toContain("factor.passkey_added");
    expect(signInWords("refusé")[0]?.kinds).toContain("sign_in.failed");
    expect(signInWords("entreprise")[0]?.kinds).toEqual([]);
  });

  it("finds the local network, and no country by two letters", () => {
    expect(signInWords("local")[0]?.places).toContain("local");
    expect(signInWords("al")[0]?.places).toEqual([]);
  });

  it("is one of eight at most", () => {
    expect(signInWords("a b c d e f g h i j")).toHaveLength(8);
    expect(signInWords(undefined)).toEqual([]);
  });
});
