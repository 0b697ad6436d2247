import { expect, test } from "vitest";
import { languageOf } from "./language-of.ts";
import { SETS } from "./sets.ts";

test.each([
  ["**{{1.agence}} est en tête** avec {{1.ca}} €.", "fr"],
  ["**{{1.agence}} leads** with €{{1.ca}}, ahead of the others.", "en"],
  ["Vos données ne disent rien de la météo.", "fr"],
  ["Your sales say nothing of the weather.", "en"],
  ["The project Lycée Ampère is ahead of the École de la Croix-Rousse in hours.", "en"],
  ["Le taux de « win rate » par « owner » est de {{1.win_rate}} %.", "fr"],
  ["**{{1.the_amount_of_the_year}} €**", null],
  ["Lyon : {{1.ca}}", null],
])("%s is %s", (text, language) => {
  expect(languageOf(text)).toBe(language);
});

test("questions of the evaluation are never taken for the other language", () => {
  const all = SETS.flatMap(({ questions }) => questions);
  const wrong = all.filter(({ ask, language }) => (languageOf(ask) ?? language) !== language);
  expect(wrong.map(({ ask }) => ask)).toEqual([]);
});
