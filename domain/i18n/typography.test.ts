import { describe, expect, it } from "vitest";
import { setDictionary, setType } from "./typography.ts";

describe("setType", () => {
  it("protects what French puts before and inside its marks", () => {
    expect(setType("Rien n'est perdu : réessayez ?", "fr")).toBe(
      "Rien n’est perdu\u00A0: réessayez\u00A0?",
    );
    expect(setType("Créer « Tilleuls »", "fr")).toBe("Créer «\u00A0Tilleuls\u00A0»");
    expect(setType("Avenant n° 3", "fr")).toBe("Avenant n°\u00A03");
  });
  it("leaves times, addresses and code alone", () => {
    expect(setType("17:08, https://exemple.fr ; SELECT 'a'", "fr")).toBe(
      "17:08, https://exemple.fr\u00A0; SELECT 'a'",
    );
  });
  it("only curls the apostrophes of English", () => {
    expect(setType("Couldn't load : list", "en")).toBe("Couldn’t load : list");
  });
});

describe("setDictionary", () => {
  it("sets strings at any depth and what functions answer", () => {
    const texts = setDictionary(
      { a: "Prêt ?", b: { c: (name: string) => `Créer « ${name} »` } },
      "fr",
    );
    expect(texts.a).toBe("Prêt\u00A0?");
    expect(texts.b.c("X")).toBe("Créer «\u00A0X\u00A0»");
  });
  it("leaves what is given to a function as its person writes it", () => {
    const texts = setDictionary({ a: (name: string) => `L'adresse de ${name} : prête ?` }, "fr");
    expect(texts.a("Chloé O'Neil")).toBe("L’adresse de Chloé O'Neil\u00A0: prête\u00A0?");
    expect(texts.a("Qui ? SARL")).toBe("L’adresse de Qui ? SARL\u00A0: prête\u00A0?");
  });
});
