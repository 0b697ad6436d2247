import type { Table } from "#bench/lib/table.ts";
import type { Score } from "./score.ts";

const share = (right: number, of: number): string =>
  of === 0 ? "–" : `${Math.round((100 * right) / of)} % (${right}/${of})`;
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
const per = (total: number, of: number, digits: number): string =>
  of === 0 ? "–" : (total / of).toFixed(digits);

/** What a share is of: the questions that count, and those of them that are well. */
type Counted = (all: readonly Score[]) => readonly [right: number, of: number];

const among =
  (of: (one: Score) => boolean, right: (one: Score) => boolean): Counted =>
  (all) => {
    const counted = all.filter(of);
    return [counted.filter(right).length, counted.length];
  };

const unanswerable = ({ question }: Score): boolean => question.sql === null;
const abstained = ({ outcome }: Score): boolean => outcome === "abstained";

/** Shares in the order of the table. Accuracy is of questions that have an answer: abstaining from one is not right either. */
export const SHARES: readonly (readonly [name: string, of: Counted])[] = [
  [
    "accuracy",
    among(
      (one) => !unanswerable(one),
      ({ outcome }) => outcome === "right",
    ),
  ],
  ["abstention precision", among(abstained, unanswerable)],
  ["abstention recall", among(unanswerable, abstained)],
  [
    "language",
    among(
      ({ inLanguage }) => inLanguage !== null,
      ({ inLanguage }) => inLanguage === true,
    ),
  ],
  [
    "chart",
    among(
      ({ chart }) => chart !== null,
      ({ chart }) => chart === true,
    ),
  ],
];

/** A share as it is printed: per cent and count. */
export const shareOf = (of: Counted, all: readonly Score[]): string => share(...of(all));

function rowOf(name: string, all: readonly Score[]): string[] {
  return [
    name,
    String(all.length),
    ...SHARES.map(([, of]) => shareOf(of, all)),
    String(all.filter(({ outcome }) => outcome === "none").length),
    String(sum(all.map(({ asked }) => asked))),
    per(sum(all.map(({ looks }) => looks)), all.length, 2),
    per(sum(all.map(({ repairs }) => repairs)), all.length, 2),
    per(sum(all.map(({ tokens }) => tokens)), all.length, 0),
    per(sum(all.map(({ costMicros }) => costMicros)) / 1e6, all.length, 4),
  ];
}

/** The figures of scored conversations per set and per language, and of all. */
export function modelTable(title: string, all: readonly Score[], notes: readonly string[]): Table {
  const groups = new Map<string, Score[]>();
  for (const one of all)
    for (const name of [one.question.id.split("-")[0] ?? "", one.question.language])
      groups.set(name, [...(groups.get(name) ?? []), one]);
  const names = [...groups.keys()].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return {
    title,
    columns: [
      "",
      "questions",
      ...SHARES.map(([name]) => name),
      "no answer",
      "asked back",
      "looks",
      "repairs",
      "tokens",
      "dollars",
    ],
    rows: [...names.map((name) => rowOf(name, groups.get(name) ?? [])), rowOf("all", all)],
    notes: [
      "looks, repairs, tokens and dollars for one question; tokens as they count against a budget",
      ...notes,
    ],
  };
}
