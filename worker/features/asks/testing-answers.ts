import type { FinalAnswer } from "#domain/asks/final-answer.ts";
import type { ToolOutput } from "#domain/asks/tool-output.ts";
import type { FakeTurn } from "#worker/integrations/anthropic/testing/wire.ts";

/** A final answer of the fake. */
export const FINAL: FinalAnswer = {
  sql: "SELECT agence, sum(montant) AS ca FROM ventes GROUP BY 1 ORDER BY 2 DESC",
  title: "Chiffre d’affaires par agence",
  answer: "**{{1.agence}} est en tête** avec {{1.ca}}.",
  unit: "€ HT",
  chart: { type: "bar", x: "agence", y: ["ca"], series: null },
  assumptions: [
    { kind: "measure", label: "CA", value: "somme de montant", alternatives: ["sans avoirs"] },
  ],
  confidence: "high",
  followUps: ["Et par mois ?"],
  abstained: false,
};

export const answers = (over: Partial<FinalAnswer> = {}): FakeTurn => ({
  says: [
    { thinking: "Je regarde la table ventes." },
    { tool: "final_answer", input: { ...FINAL, ...over } },
  ],
});

export const looks = (sql: string): FakeTurn => ({
  says: [{ tool: "run_sql", input: { sql, purpose: "Voir" } }],
});

export const asks: FakeTurn = {
  says: [{ tool: "ask_user", input: { question: "HT ou TTC ?", choices: ["HT", "TTC"] } }],
};

/** The query of the last call failed. */
export const FAILED: ToolOutput = { kind: "error", message: 'Referenced column "x" not found' };

/** A result of one group. */
export const RESULT: ToolOutput = {
  kind: "result",
  rows: 4,
  more: false,
  columns: [{ name: "agence", kind: "text", nulls: 0, distinct: 4 }],
  groups: { rows: [["Lyon", 1200]], smallest: 600, withheld: 3 },
  withheld: null,
  consented: null,
};
