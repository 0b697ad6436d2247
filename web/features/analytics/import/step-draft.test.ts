import { expect, it } from "vitest";
import { Step } from "#domain/analytics/steps/step.ts";
import { fr } from "#domain/i18n/fr/index.ts";
import { draftedStep, type StepDraft, type StepKind } from "./step-draft.ts";
import { stepText } from "./step-text.ts";

const EMPTY: StepDraft = {
  column: "",
  from: "",
  to: "",
  whole: false,
  separator: " ",
  into: "",
  name: "",
  expression: "",
};

it.each<[StepKind, Partial<StepDraft>, string | undefined]>([
  ["trim", {}, "Espaces retirés autour des textes"],
  ["upper", { column: "ville" }, "ville en majuscules"],
  ["upper", {}, undefined],
  ["replace", { column: "ville", from: "St", to: "" }, "ville : « St » remplacé par rien"],
  ["replace", { column: "ville" }, undefined],
  [
    "split",
    { column: "nom", into: "prénom, nom de famille" },
    "nom coupé en prénom, nom de famille",
  ],
  ["split", { column: "nom", into: "seul" }, undefined],
  ["fill", { column: "ville" }, "ville recopié vers le bas"],
  ["totals", {}, "Lignes de total retirées"],
  ["empties", { column: "n" }, "Lignes sans n retirées"],
  ["duplicates", {}, "Doublons retirés"],
  ["rename", { column: "a", to: " b " }, "a renommé en b"],
  ["compute", { name: "ttc", expression: "ht * 1.2" }, "ttc = ht * 1.2"],
  ["compute", { name: "ttc" }, undefined],
])("%s with %j says %j", (kind, draft, words) => {
  const step = draftedStep(kind, { ...EMPTY, ...draft });
  expect(step && stepText(Step.parse(step), fr.analytics)).toBe(words);
});
