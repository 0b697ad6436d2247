import type { AskBody } from "#domain/asks/model.ts";
import type { AskSource } from "#domain/asks/source.ts";
import { eventText, type AskEvent } from "#domain/asks/stream.ts";
import { keepEngine, type EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { runQuestion, type AskDeps } from "./ask-machine.ts";
import { newExchange, type Exchange } from "./exchange.ts";

/** A call of a model, as the server passes it on. */
export interface Called {
  name: string;
  input: unknown;
}

/** Text that stands in one row alone: it must never be sent. */
export const SECRET = "Dupont-7391";

const column = (name: string, kind: AskSource["columns"][number]["kind"]) => ({
  name,
  kind,
  nulls: 0,
  distinct: 3,
  approximate: false,
  min: null,
  max: null,
  top: [],
  shapes: [],
});

/** A table of sales with one telling row, in the real engine. */
export async function salesEngine(memory = "1GB") {
  const keeper = keepEngine(() => nodeEngine(memory));
  /** Reads the tables again, as the page does after the engine was lost. */
  const refill = () =>
    keeper.use(async (engine) => {
      await engine.run(`CREATE TABLE ventes AS
        SELECT ['Lyon','Grenoble','Annecy'][1 + i % 3] AS agence, (i % 50)::DOUBLE AS montant,
          DATE '2026-01-01' + (i % 300)::INTEGER AS jour,
          CASE WHEN i = 7 THEN '${SECRET}' ELSE 'client ' || (i % 20) END AS client
        FROM range(600) t(i)`);
      await engine.run(`CREATE TABLE autres AS SELECT '${SECRET}' AS secret, 1 AS n FROM range(9)`);
    });
  await refill();
  const columns = [
    column("agence", "text"),
    column("montant", "number"),
    column("jour", "date"),
    column("client", "text"),
  ];
  const sources: AskSource[] = [
    { table: "ventes", name: "ventes.csv", origin: "device", rows: 600, columns },
  ];
  return { keeper, sources, refill };
}

/** Asks a model that says one call a turn, in order, and keeps all that the page posts. */
export async function askModel(
  turns: readonly (Called | AskEvent)[],
  at: { keeper: EngineKeeper; sources: AskSource[] },
  over: Partial<AskDeps> = {},
): Promise<{ exchange: Exchange; posted: AskBody[]; failed: unknown }> {
  const posted: AskBody[] = [];
  let exchange = newExchange("Quel est le CA ?", []);
  const deps: AskDeps = {
    post: (body) => {
      const turn = turns[posted.length];
      posted.push(body);
      const events: AskEvent[] = [
        { type: "start", askId: "ask_x", model: "m", sent: [], at: "2026-11-24T09:00:00.000Z" },
        ...(turn === undefined
          ? [{ type: "end" as const, end: "text" as const }]
          : "type" in turn
            ? [turn]
            : [
                { type: "call" as const, id: `toolu_${posted.length}`, ...turn },
                { type: "end" as const, end: "tools" as const },
              ]),
      ];
      const bytes = new TextEncoder().encode(events.map(eventText).join(""));
      return Promise.resolve(
        new ReadableStream({
          start(controller) {
            controller.enqueue(bytes);
            controller.close();
          },
        }),
      );
    },
    keeper: () => at.keeper,
    sources: at.sources,
    rowsAllowed: () => false,
    patch: (changes) => void (exchange = { ...exchange, ...changes }),
    now: () => exchange,
    choose: () => Promise.resolve("HT"),
    consent: () => Promise.resolve(false),
    begun: () => undefined,
    ...over,
  };
  const first: AskBody = {
    kind: "question",
    workspaceId: "wsp_x",
    askId: null,
    question: exchange.question,
    language: "fr",
    timeZone: "Europe/Paris",
    fixed: [],
    sources: at.sources,
    results: [],
  };
  const failed = await runQuestion(deps, first, new AbortController().signal).then(
    () => null,
    (error: unknown) => error,
  );
  return { exchange, posted, failed };
}

/** A final answer of a model. */
export const finalCall = (sql: string | null, answer = "**{{1.agence}}** : {{1.ca}}"): Called => ({
  name: "final_answer",
  input: {
    sql,
    title: "CA par agence",
    answer,
    unit: "€",
    chart: { type: "bar", x: "agence", y: ["ca"], series: null },
    assumptions: [],
    confidence: "high",
    followUps: [],
    abstained: sql === null,
  },
});

export const sqlCall = (sql: string): Called => ({
  name: "run_sql",
  input: { sql, purpose: "voir" },
});
