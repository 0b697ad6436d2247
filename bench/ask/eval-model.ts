import { render } from "#bench/lib/table.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { modelTable, SHARES, shareOf } from "./model-figures.ts";
import type { QuestionSet } from "./question.ts";
import { readRecordings, writeRecording, type Recording } from "./recording.ts";
import { holdConversations, recordingOf, unlike, type Held } from "./run-model.ts";
import type { AskTable } from "./tables.ts";
import { recordWire, replayWire } from "./wire.ts";

interface Evaluation {
  engine: Engine;
  sets: readonly QuestionSet[];
  tables: ReadonlyMap<string, readonly AskTable[]>;
  /** The folder in which what was said is kept. */
  record: string | undefined;
  /** Whether conversations that are not right are printed. */
  wrong: boolean;
}

/** The last line's words, and what failed. */
interface Evaluated {
  line: string;
  failed: string[];
}

const shares = (held: readonly Held[]): string =>
  SHARES.map(
    ([name, of]) =>
      `${name} ${shareOf(
        of,
        held.map(({ score }) => score),
      )}`,
  ).join(", ");

const told =
  (wrong: boolean) =>
  ({ score: { question, outcome, trouble }, conversation }: Held): void => {
    if (!wrong || outcome === "right" || (outcome === "abstained" && question.sql === null)) return;
    const said = conversation.turns.at(-1)?.says.at(-1);
    console.log(`${question.id} ${outcome} ${trouble ?? JSON.stringify(said)}`);
  };

/** Asks a model every question. Its key and address are those of the environment. */
export async function evaluateModel(of: Evaluation & { model: string }): Promise<Evaluated> {
  const key = process.env["ANTHROPIC_API_KEY"];
  if (!key) {
    const without = "not asked: there is no ANTHROPIC_API_KEY in the environment";
    return { line: `${of.model} ${without}`, failed: ["no key"] };
  }
  const base = process.env["ANTHROPIC_BASE_URL"] ?? "https://api.anthropic.com";
  const wire = await recordWire(base, key, of.model);
  const askings = of.sets.map(({ name, questions }) => ({
    set: name,
    tables: of.tables.get(name) ?? [],
    questions: questions.map((question) => ({ question, recorded: null })),
  }));
  const bySet = await holdConversations(wire, of.engine, askings, told(of.wrong));
  wire.close();
  const all = [...bySet.values()].flat();
  console.log(
    render(
      modelTable(
        `${of.model}, asked today`,
        all.map(({ score }) => score),
        [],
      ),
    ),
  );
  if (of.record !== undefined)
    for (const [set, held] of bySet) {
      const note = `Said by ${of.model} on ${new Date().toISOString().slice(0, 10)}.`;
      writeRecording(of.record, recordingOf(of.model, note, set, held));
    }
  const silent = all.filter(({ score }) => score.outcome === "none").length;
  return {
    line: `${of.model}: ${all.length} questions: ${shares(all)}, no answer ${silent}`,
    failed: silent === all.length ? ["the model never answered"] : [],
  };
}

/** Replays what was recorded, each author by itself, and holds its scores against those that it must have. */
export async function replayRecordings(of: Evaluation & { folder: string }): Promise<Evaluated> {
  const authors = Map.groupBy(readRecordings(of.folder), ({ by }) => by);
  const evaluated: Evaluated[] = [];
  for (const [by, recordings] of authors) evaluated.push(await replayOne(of, by, recordings));
  return {
    line: evaluated.map(({ line }) => line).join("; ") || "no recordings",
    failed: evaluated.flatMap(({ failed }) => failed),
  };
}

async function replayOne(
  of: Evaluation,
  by: string,
  recordings: readonly Recording[],
): Promise<Evaluated> {
  const byHand = by === "hand";
  // What a real model's recording cost is counted by that model's prices.
  const wire = await replayWire(byHand ? "" : `AI_MODEL="${by}"\n`);
  const askings = of.sets.map(({ name, questions }) => ({
    set: name,
    tables: of.tables.get(name) ?? [],
    questions: recordings
      .filter(({ set }) => set === name)
      .flatMap(({ conversations }) => conversations)
      .flatMap((recorded) => {
        const question = questions.find(({ id }) => id === recorded.question);
        return question ? [{ question, recorded }] : [];
      }),
  }));
  const bySet = await holdConversations(wire, of.engine, askings, told(of.wrong && !byHand));
  wire.close();
  const all = [...bySet.values()].flat();
  const notes = byHand
    ? [
        "every conversation was written by hand to try the measures: none of these figures is a model's",
      ]
    : [];
  const title = byHand ? "Written by hand, replayed" : `${by}, replayed`;
  console.log(
    render(
      modelTable(
        title,
        all.map(({ score }) => score),
        notes,
      ),
    ),
  );
  const wrong = all.flatMap((held) => {
    const parts = [...unlike(held, held.conversation)];
    if (of.record === undefined) parts.push(...held.differences.map((one) => `other: ${one}`));
    return parts.length === 0 ? [] : [`${held.score.question.id}: ${parts.join(", ")}`];
  });
  for (const one of wrong) console.log(`✗ ${one}`);
  if (of.record !== undefined)
    for (const { set, note } of recordings) {
      const held = bySet.get(set);
      if (held) writeRecording(of.record, recordingOf(by, note, set, held));
    }
  const as = byHand ? "as they are meant to" : "as recorded";
  return {
    line: byHand
      ? `${all.length} conversations written by hand, ${all.length - wrong.length} score ${as}; no model has been asked`
      : `${by} replayed: ${all.length} questions, ${all.length - wrong.length} ${as}: ${shares(all)}`,
    failed: wrong.length > 0 ? [`${wrong.length} replays of ${by}`] : [],
  };
}
