import { askColumn } from "#domain/asks/ask-column.ts";
import type { AskSource } from "#domain/asks/source.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { runQuestion } from "#web/features/asks/ask-machine.ts";
import { newExchange, type Exchange } from "#web/features/asks/exchange.ts";
import type { AskServer } from "./ask-server.ts";
import type { Question } from "./question.ts";
import type { AskTable } from "./tables.ts";

/** One question with all its turns may take so long. */
const LONGEST_MS = 600_000;

/** What the page tells of its tables. */
export const askSources = (tables: readonly AskTable[]): AskSource[] =>
  tables.map(({ table, file, rows, profiles }) => ({
    table,
    name: file,
    origin: "device",
    rows,
    columns: profiles.map(askColumn),
  }));

/** What is answered to a question of the model, where the evaluation says nothing of it. */
const USUAL = { fr: "Le sens le plus courant.", en: "The most common meaning." };

/** Asks one question as the page does, with the page's own loop, and answers what came of it. */
export async function askQuestion(
  server: AskServer,
  keeper: EngineKeeper,
  sources: readonly AskSource[],
  question: Question,
): Promise<{ exchange: Exchange; asked: number }> {
  let exchange = newExchange(question.ask, []);
  let asked = 0;
  const patch = (changes: Partial<Exchange>) => void (exchange = { ...exchange, ...changes });
  try {
    await runQuestion(
      {
        post: (body, signal) => server.post(body, signal),
        keeper: () => keeper,
        sources,
        rowsAllowed: () => false,
        patch,
        now: () => exchange,
        choose: () => {
          asked += 1;
          return Promise.resolve(question.means ?? USUAL[question.language]);
        },
        consent: () => Promise.resolve(false),
        begun: () => undefined,
      },
      {
        kind: "question",
        workspaceId: server.workspaceId,
        askId: null,
        question: question.ask,
        language: question.language,
        timeZone: "Europe/Paris",
        fixed: [],
        sources: [...sources],
        results: [],
      },
      AbortSignal.timeout(LONGEST_MS),
    );
  } catch (error) {
    patch({ state: "troubled", trouble: { kind: "problem", error: String(error) } });
  }
  return { exchange, asked };
}
