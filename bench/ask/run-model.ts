import { keepEngine } from "#web/features/analytics/engine/keeper.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { askQuestion, askSources } from "./ask-question.ts";
import { startAskServer } from "./ask-server.ts";
import type { Question } from "./question.ts";
import type { Conversation, Recording } from "./recording.ts";
import { scoreExchange, type Score } from "./score.ts";
import type { AskTable } from "./tables.ts";
import type { Wire } from "./wire.ts";

/** Questions of one set, with the recordings to be replayed where there are some. */
export interface Asking {
  set: string;
  tables: readonly AskTable[];
  questions: readonly { question: Question; recorded: Conversation | null }[];
}

/** One conversation that was held, and how it differs from its recording. */
export interface Held {
  score: Score;
  conversation: Conversation;
  differences: string[];
}

/**
 * Holds every conversation through the page's own loop, the real Worker and the real client of the API, one after the other. `told`
 * hears of each when it has ended.
 */
export async function holdConversations(
  wire: Wire,
  engine: Engine,
  askings: readonly Asking[],
  told: (held: Held) => void,
): Promise<Map<string, Held[]>> {
  const server = await startAskServer(wire.vars);
  const keeper = keepEngine(() => Promise.resolve(engine));
  const all = new Map<string, Held[]>();
  try {
    for (const { set, tables, questions } of askings) {
      const sources = askSources(tables);
      const held: Held[] = [];
      for (const { question, recorded } of questions) {
        wire.begin(question.id, recorded?.turns ?? []);
        const { exchange, asked } = await askQuestion(server, keeper, sources, question);
        const { turns, differences } = await wire.end();
        if (recorded && turns.length < recorded.turns.length)
          differences.push(`ended after turn ${turns.length} of ${recorded.turns.length}`);
        const score = await scoreExchange(engine, question, exchange, asked);
        const conversation = conversationOf(score, turns, recorded);
        const one = { score, conversation, differences };
        held.push(one);
        told(one);
      }
      all.set(set, held);
    }
  } finally {
    await server.stop();
  }
  return all;
}

/** As it is kept: what was meant of one written by hand stays as it is. */
function conversationOf(
  { question, costMicros: _cost, trouble: _trouble, ...scored }: Score,
  turns: Conversation["turns"],
  recorded: Conversation | null,
): Conversation {
  return recorded === null ? { question: question.id, turns, scored } : { ...recorded, turns };
}

/** What a replay scores other than its recording says it must. */
export function unlike({ score }: Held, { scored }: Conversation): string[] {
  return Object.entries(scored)
    .filter(([part, meant]) => score[part as keyof typeof scored] !== meant)
    .map(
      ([part, meant]) =>
        `${part} is ${String(score[part as keyof typeof scored])}, not ${String(meant)}`,
    );
}

/** Conversations of one author about one set, as they are kept. */
export const recordingOf = (
  by: string,
  note: string,
  set: string,
  held: readonly Held[],
): Recording => ({ by, note, set, conversations: held.map(({ conversation }) => conversation) });
