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
  gaps: 0,
  partial: false,
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
    const steady = trend({ measure: null, change: 120, gaps: 1, partial: true });
    expect(french(steady)).toBe(
      "Le nombre de lignes reste stable, autour de 149 341 par mois. Le plus haut est atteint en juin 2026, avec 201 000. 1 mois n’a aucune ligne. La dernière période, incomplète, n’est pas comparée.",
    );
    expect(english(steady)).toContain("The number of rows is steady, around 149,341 per month.");
    expect(french(trend({ change: null }))).not.toContain("(");
  });
  it("keeps whole figures as the table has them", () => {
    const top: Finding = {
      code: "top",
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
