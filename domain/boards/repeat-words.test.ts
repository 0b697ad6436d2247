import { expect, it } from "vitest";
import { repeats as en } from "#domain/i18n/en/repeats.ts";
import { repeats as fr } from "#domain/i18n/fr/repeats.ts";
import { presetsFor } from "./repeat-presets.ts";
import { repeatWords } from "./repeat-words.ts";
import { parseRule } from "./rule.ts";

const dates = { dayOfYear: (date: string) => date.slice(5), full: (date: string) => date };
const say = (rule: string, words: typeof fr, from = "2026-11-24") =>
  repeatWords({ rule, from, zone: "Europe/Paris", last: null }, words, dates);

it.each([
  ["FREQ=DAILY", "Tous les jours", "Every day"],
  ["FREQ=DAILY;INTERVAL=3", "Tous les 3 jours", "Every 3 days"],
  ["FREQ=WEEKLY;BYDAY=MO", "Tous les lundis", "Every Monday"],
  ["FREQ=WEEKLY", "Tous les mardis", "Every Tuesday"],
  ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Du lundi au vendredi", "Monday to Friday"],
  [
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "Chaque semaine : lundi et jeudi",
    "Every week on Monday and Thursday",
  ],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "Un mardi sur deux", "Every other Tuesday"],
  ["FREQ=MONTHLY;BYDAY=2TU", "Le 2e mardi de chaque mois", "The second Tuesday of each month"],
  [
    "FREQ=MONTHLY;BYDAY=-1FR",
    "Le dernier vendredi de chaque mois",
    "The last Friday of each month",
  ],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", "Le dernier jour de chaque mois", "The last day of each month"],
  ["FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1", "Tous les 3 mois : le 1er", "Every 3 months: the 1st"],
  ["FREQ=YEARLY", "Le 11-24 de chaque année", "Every year on 11-24"],
  [
    "FREQ=DAILY;UNTIL=20270303",
    "Tous les jours, jusqu’au 2027-03-03",
    "Every day, until 2027-03-03",
  ],
  ["FREQ=DAILY;COUNT=5", "Tous les jours, 5 fois", "Every day, 5 times"],
])("%s is said in both languages", (rule, french, english) => {
  expect(say(rule, fr)).toBe(french);
  expect(say(rule, en)).toBe(english);
});

it("offers rules that exist, each in words of its own, for any day", () => {
  for (const from of ["2026-11-24", "2026-11-30", "2028-02-29", "2026-08-31", "2026-11-01"]) {
    const rules = presetsFor(from);
    expect(rules.every((rule) => parseRule(rule) !== null)).toBe(true);
    expect(new Set(rules.map((rule) => say(rule, fr, from))).size).toBe(rules.length);
  }
  expect(presetsFor("2026-11-30")).toContain("FREQ=MONTHLY;BYMONTHDAY=-1");
  expect(presetsFor("2026-11-24")).toContain("FREQ=MONTHLY;BYDAY=4TU");
});
