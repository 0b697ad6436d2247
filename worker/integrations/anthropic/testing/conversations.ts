import type { FinalAnswer } from "#domain/asks/final-answer.ts";
import type { Script } from "./fake.ts";
import type { FakeTurn, Said } from "./wire.ts";

// Conversations in the form of the API, written by hand after its documentation: no model has said them. All ask about a table
// `ventes_2026` with agence, montant_ht, date and client.

const turn = (...says: Said[]): FakeTurn => ({ says });
const look = (sql: string): FakeTurn => turn({ tool: "run_sql", input: { sql, purpose: "Voir" } });
const askBack = (question: string, ...choices: string[]): FakeTurn =>
  turn({ tool: "ask_user", input: { question, choices } });

const final = (over: Partial<FinalAnswer>): FakeTurn =>
  turn(
    { thinking: "La table ventes_2026 a les montants par agence." },
    {
      tool: "final_answer",
      input: {
        sql: "SELECT agence, round(sum(montant_ht), 2) AS ca\nFROM ventes_2026\nGROUP BY agence\nORDER BY ca DESC",
        title: "Chiffre d’affaires par agence",
        answer: "**{{1.agence}} est en tête** avec {{1.ca}} €, devant {{2.agence}} ({{2.ca}} €).",
        unit: "€ HT",
        chart: { type: "bar", x: "agence", y: ["ca"], series: null },
        assumptions: [
          {
            kind: "measure",
            label: "CA",
            value: "montant HT",
            alternatives: ["montant HT, sans les avoirs", "nombre de ventes"],
          },
        ],
        confidence: "high",
        followUps: ["Et par mois ?", "Quels clients à Lyon ?"],
        abstained: false,
        ...over,
      } satisfies FinalAnswer,
    },
  );

const WRONG = final({ sql: "SELECT agense, sum(montant_ht) AS ca FROM ventes_2026 GROUP BY 1" });
const ENGLISH = {
  title: "Revenue by branch",
  answer: "**{{1.agence}} leads** with €{{1.ca}}, ahead of {{2.agence}} (€{{2.ca}}).",
  unit: "€ excl. VAT",
  assumptions: [
    {
      kind: "measure" as const,
      label: "Revenue",
      value: "amount excl. VAT",
      alternatives: ["number of sales"],
    },
  ],
  followUps: ["And by month?"],
};

const ABSTAINED = {
  sql: null,
  chart: null,
  assumptions: [],
  followUps: [],
  confidence: "low" as const,
  abstained: true,
};

/** A word that no column has: without the firm's glossary in what is sent there is nothing to be told. */
const OWN_WORD = {
  question: "Quels sont les débours par agence ?",
  known: /\bword \{.*débours/i,
  unknown: final({ ...ABSTAINED, answer: "Aucune donnée ne s’appelle « débours »." }),
};

const MONTHS = {
  sql: "SELECT date_trunc('month', date) AS mois, agence, round(sum(montant_ht), 2) AS ca\nFROM ventes_2026\nGROUP BY ALL\nORDER BY ALL",
  chart: { type: "line" as const, x: "mois", y: ["ca"], series: "agence" },
};

/** What is said to a question, turn by turn. A question that is not here gets the first one's answer. */
export const CONVERSATIONS: Readonly<Record<string, readonly FakeTurn[]>> = {
  // One shot.
  "Quel est le chiffre d’affaires par agence ?": [final({})],
  "What is the revenue by branch?": [final(ENGLISH)],
  // The same with an assumption set.
  "Quel est le chiffre d’affaires par agence ? [CA = nombre de ventes]": [
    final({
      sql: "SELECT agence, count(*) AS ventes FROM ventes_2026 GROUP BY agence ORDER BY ventes DESC",
      title: "Ventes par agence",
      answer: "**{{1.agence}} vend le plus** : {{1.ventes}} ventes.",
      unit: "ventes",
      chart: { type: "bar", x: "agence", y: ["ventes"], series: null },
      assumptions: [{ kind: "measure", label: "CA", value: "nombre de ventes", alternatives: [] }],
    }),
  ],
  // One repair.
  "Quelle agence décroche ?": [WRONG, final({})],
  "Which branch is falling behind?": [WRONG, final(ENGLISH)],
  // Three repairs, then a question to the person.
  "Quelle est la marge par agence ?": [
    WRONG,
    WRONG,
    WRONG,
    WRONG,
    askBack("Quelle colonne tient le coût d’achat ?", "Aucune", "montant_ht"),
    final({ confidence: "medium" }),
  ],
  "What is the margin by branch?": [
    WRONG,
    WRONG,
    WRONG,
    WRONG,
    askBack("Which column holds the purchase cost?", "None", "montant_ht"),
    final({ ...ENGLISH, confidence: "medium" }),
  ],
  // A question to the person at once.
  "Quels sont mes meilleurs clients ?": [
    askBack("Les meilleurs par quoi ?", "Chiffre d’affaires", "Nombre de commandes"),
    final({}),
  ],
  "Who are my best clients?": [
    askBack("Best by what?", "Revenue", "Number of orders"),
    final(ENGLISH),
  ],
  // A look first.
  "Combien de ventes à Lyon ?": [
    look("SELECT agence, count(*) AS n FROM ventes_2026 GROUP BY 1 ORDER BY 1"),
    final({}),
  ],
  // Nothing to be told.
  "Quel temps fera-t-il demain ?": [
    final({
      ...ABSTAINED,
      answer: "Vos ventes ne disent rien de la météo : il faudrait une source météo.",
    }),
  ],
  "What will the weather be tomorrow?": [
    final({
      ...ABSTAINED,
      answer: "Your sales say nothing of the weather: a weather source would be needed.",
    }),
  ],
  [OWN_WORD.question]: [
    final({
      title: "Débours par agence",
      answer: "**{{1.agence}} avance le plus** : {{1.ca}} €.",
      assumptions: [],
      followUps: [],
    }),
  ],
  // What follows.
  "Et par mois ?": [
    final({
      ...MONTHS,
      title: "Chiffre d’affaires par mois et par agence",
      answer: "**{{last.agence}} finit à {{last.ca}} €** au dernier mois.",
      followUps: [],
    }),
  ],
  "And by month?": [
    final({
      ...ENGLISH,
      ...MONTHS,
      answer: "**{{last.agence}} ends at €{{last.ca}}**.",
      followUps: [],
    }),
  ],
};

const QUESTION = /\nQuestion: (.+)$/s;
const EXPLAINED = "Cette requête additionne montant_ht pour chaque agence et les trie.";

/** Says what the conversations hold, by the last question and how many turns were made for it. */
export const recorded: Script = (body) => {
  const asked = body.messages.findLastIndex(({ content }) =>
    content.some(({ text }) => text !== undefined && QUESTION.test(text)),
  );
  if (asked < 0) return turn({ text: EXPLAINED });
  const texts = body.messages[asked]?.content ?? [];
  const question = texts.map(({ text }) => QUESTION.exec(text ?? "")?.[1]).findLast(Boolean) ?? "";
  if (question === OWN_WORD.question && !OWN_WORD.known.test(JSON.stringify(body)))
    return OWN_WORD.unknown;
  const turns = CONVERSATIONS[question] ?? Object.values(CONVERSATIONS)[0] ?? [];
  const made = body.messages
    .slice(asked + 1)
    .filter(({ content }) => content.some(({ type }) => type === "tool_use")).length;
  return turns[Math.min(made, turns.length - 1)] ?? turn({ text: "?" });
};
