import { describe, expect, it } from "vitest";
import type { Finding } from "#domain/analytics/overview/findings.ts";
import { en } from "#domain/i18n/en/index.ts";
import { fr } from "#domain/i18n/fr/index.ts";
import { createFormat } from "#web/lib/format.ts";
import { sentenceOf } from "./sentence.ts";

const french = (finding: Finding): string =>
  sentenceOf(finding, createFormat("fr-FR", "UTC"), fr.analyticsOverview).replaceAll("\u00a0", " ");
const english = (finding: Finding): string =>
  sentenceOf(finding, createFormat("en-US", "UTC"), en.analyticsOverview).replaceAll("\u00a0", " ");

const trend = (rest: Partial<Extract<Finding, { code: "trend" }>>): Finding => ({
  code: "trend",
  measure: "montant_ht",
  period: "month",
  from: Date.UTC(2026, 0, 1),
  to: Date.UTC(2026, 9, 1),
  before: 182_345.6,
  after: 149_341,
  change: -1_810,
  peak: { at: Date.UTC(2026, 5, 1), value: 201_000 },
  low: { at: Date.UTC(2026, 7, 1), value: 140_000 },
  gaps: 0,
  partial: null,
  ...rest,
});

describe("the sentence of a finding", () => {
  it("tells a fall, its size and the peak", () => {
    expect(french(trend({}))).toBe(
      "En moyenne, montant_ht passe de 182 346 à 149 341 par mois entre la première et la seconde moitié de la période (−18,1 %). Le plus haut est atteint en juin 2026, avec 201 000.",
    );
    expect(english(trend({}))).toBe(
      "On average, montant_ht goes from 182,346 to 149,341 per month between the first and the second half of the period (−18.1%). The peak is in June 2026, with 201,000.",
    );
  });
  it("says steady under three per cent, gaps, and that the last period is not over", () => {
    const steady = trend({ measure: null, change: 120, gaps: 1, partial: "last" });
    expect(french(steady)).toBe(
      "Le nombre de lignes reste stable, autour de 149 341 par mois. Le plus haut est atteint en juin 2026, avec 201 000. 1 mois n’a aucune ligne. La dernière période, incomplète, n’est pas comparée.",
    );
    expect(english(steady)).toContain("The number of rows is steady, around 149,341 per month.");
    expect(french(trend({ change: null }))).not.toContain("(");
  });
  it("calls no series steady that goes far up and down, and says what is left out when the data are ahead of today", () => {
    const wide = trend({
      change: 120,
      peak: { at: Date.UTC(2026, 4, 1), value: 248_502 },
      low: { at: Date.UTC(2026, 7, 1), value: 47_000 },
      partial: "ahead",
    });
    expect(french(wide)).toBe(
      "Montant_ht oscille autour de 149 341 par mois. Le plus haut est atteint en mai 2026, avec 248 502. Le plus bas, en août 2026 : 47 000. La période en cours et celles à venir ne sont pas comparées.",
    );
    expect(english(wide)).toContain(
      "The lowest is in August 2026, with 47,000. The period under way",
    );
  });
  it("writes amounts and percentages in their unit", () => {
    expect(french(trend({ unit: "€" }))).toContain("de 182 346 € à 149 341 € par mois");
    expect(english(trend({ unit: "$" }))).toContain("from $182,346 to $149,341 per month");
    const rates = {
      code: "top",
      column: "Taux TVA",
      measure: null,
      value: 5.5,
      of: "%",
      ties: 0,
      amount: 105,
      share: 3_500,
      three: null,
      groups: 3,
    } as const;
    expect(french(rates)).toBe("« 5,5 % » arrive en tête, avec 105, soit 35 % du total.");
    expect(english({ code: "near", column: "tva", lower: 10, upper: 20, unit: "%" })).toContain(
      "between 10% and 20%",
    );
  });
  it("names no first among values that are level", () => {
    const level = {
      code: "top",
      column: "cp",
      measure: null,
      value: "69000",
      amount: 4,
      share: 1_000,
      three: null,
      groups: 10,
    } as const;
    expect(french({ ...level, ties: 9 })).toBe("Les 10 valeurs sont à égalité, avec 4 chacune.");
    expect(english({ ...level, ties: 2 })).toBe(
      "“69000” and 2 other values come first, level with 4 each.",
    );
  });
  it("keeps whole figures as the table has them", () => {
    const top = {
      code: "top" as const,
      ties: 0,
      column: "agence",
      measure: null,
      value: "Lyon",
      amount: 12_345,
      share: 4_500,
      three: 8_020,
      groups: 12,
    };
    expect(french(top)).toBe(
      "« Lyon » arrive en tête, avec 12 345, soit 45 % du total. Les trois premières valeurs sur 12 en font 80,2 %.",
    );
    expect(english({ ...top, share: null, three: null })).toBe("“Lyon” comes first, with 12,345.");
  });
  it("counts one and many", () => {
    const far: Finding = { code: "far", column: "âge", count: 1, extreme: 214.5, others: 2 };
    expect(french(far)).toBe(
      "1 valeur d’âge est très éloignée des autres ; la plus extrême est 214,50. 2 autres colonnes en ont aussi.",
    );
    expect(english({ ...far, count: 3, others: 0 })).toBe(
      "3 values of âge are far from the others; the most extreme is 214.50.",
    );
    const missing: Finding = { code: "missing", column: "tel", share: 6_200, columns: 1 };
    expect(french(missing)).toBe("Une seule colonne a des vides : tel, à 62 %.");
    expect(english({ ...missing, columns: 3 })).toBe(
      "3 columns have empty cells, tel most of all: 62%.",
    );
    expect(french({ code: "almost", column: "no", doubles: 1 })).toContain("1 ligne répète");
    expect(english({ code: "doubles", rows: 2, more: false })).toContain("2 rows are duplicates");
  });
});
