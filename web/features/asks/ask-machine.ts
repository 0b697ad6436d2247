import { draftAnswer } from "#domain/asks/draft.ts";
import type { AskBody, ToolResult } from "#domain/asks/model.ts";
import { withoutValues } from "#domain/asks/redact.ts";
import type { AskSource } from "#domain/asks/source.ts";
import { readEvents, type TurnEnd } from "#domain/asks/stream.ts";
import type { ToolOutput } from "#domain/asks/tool-output.ts";
import { readCall, type ToolCall } from "#domain/asks/tools.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { runRead, SqlRefused, type ReadResult } from "#web/features/analytics/engine/read.ts";
import { answered } from "./answered.ts";
import type { Exchange } from "./exchange.ts";
import { MOST_ROWS, sendable, tellResult } from "./look.ts";
import { searchValues } from "./search-values.ts";

/** What a question needs of the page. */
export interface AskDeps {
  post(body: AskBody, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  keeper(): EngineKeeper;
  sources: readonly AskSource[];
  /** Whether the person lets rows be offered for sending. */
  rowsAllowed(): boolean;
  patch: (changes: Partial<Exchange>) => void;
  now: () => Exchange;
  /** Waits for what the person answers. */
  choose(question: string, choices: string[], signal: AbortSignal): Promise<string>;
  consent(
    result: { columns: string[]; rows: ReadResult["rows"] },
    signal: AbortSignal,
  ): Promise<boolean>;
  begun(askId: string): void;
}

/** What the answer's query gave, for the next question. */
export type Left = ToolResult[];

interface Ended {
  end: TurnEnd | "fault";
  calls: Pending["calls"];
}

/** Reads one turn to its end and shows what comes. A body that just ends was cut. */
async function readTurn(deps: AskDeps, body: AskBody, signal: AbortSignal): Promise<Ended> {
  const { patch, now } = deps;
  const calls: Ended["calls"] = [];
  let json = "";
  let end: Ended["end"] = "cut";
  patch({ note: "", waiting: null });
  for await (const event of readEvents(await deps.post(body, signal))) {
    signal.throwIfAborted();
    switch (event.type) {
      case "start":
        if (event.askId !== null) deps.begun(event.askId);
        patch({ sent: [...now().sent, ...event.sent], at: now().at ?? event.at });
        break;
      case "thought":
        patch({ note: now().note + event.text, waiting: null });
        break;
      case "text":
        patch({ said: now().said + event.text, waiting: null });
        break;
      case "draft":
        json += event.text;
        patch({ draft: draftAnswer(json), waiting: null });
        break;
      case "call":
        calls.push(event);
        break;
      case "waiting":
        patch({ waiting: { seconds: event.seconds, reason: event.reason } });
        break;
      case "usage": {
        const { tokens, costMicros } = now().used;
        const used = {
          tokens: tokens + event.counted,
          costMicros: costMicros + event.costMicros,
          person: event.person,
        };
        patch({ used });
        break;
      }
      case "end":
        end = event.end;
        break;
      case "fault":
        end = "fault";
        patch({ trouble: { kind: "fault", fault: event.fault, seconds: event.seconds } });
        break;
      default:
        event satisfies never;
    }
  }
  return { end, calls };
}

/** Calls of a conversation that stands, which nobody has answered yet. */
export interface Pending {
  kind: "calls";
  askId: string;
  calls: { id: string; name: string; input: unknown }[];
}

/**
 * Makes turns until the question has its answer or waits for nothing any more. Answers what is left to tell of the last call. Begins
 * with calls that are pending where a conversation is gone on with.
 */
export async function runQuestion(
  deps: AskDeps,
  first: AskBody | Pending,
  signal: AbortSignal,
): Promise<Left> {
  let next: AskBody | Pending = first;
  let askId = first.kind === "explain" ? null : first.askId;
  const own: AskDeps = {
    ...deps,
    begun: (id) => {
      askId = id;
      deps.begun(id);
    },
  };
  for (;;) {
    const { end, calls } =
      next.kind === "calls"
        ? { end: "tools" as const, calls: next.calls }
        : await readTurn(own, next, signal);
    if (end === "fault") {
      own.patch({ state: "troubled" });
      return [];
    }
    if (end === "text") {
      own.patch({ state: "answered", confidence: "low" });
      return [];
    }
    if (end !== "tools") {
      own.patch({ state: "troubled", trouble: { kind: "end", end } });
      return [];
    }
    const results: ToolResult[] = [];
    for (const call of calls) {
      const outcome = await runCall(own, call, signal);
      const result = { callId: call.id, output: outcome.output };
      if (outcome.done) return outcome.told ? [result] : [];
      results.push(result);
    }
    if (askId === null || results.length === 0)
      throw new Error("A turn without calls goes nowhere");
    own.patch({ state: "working", said: "" });
    next = { kind: "results", askId, results };
  }
}

type Outcome =
  | { done: false; output: ToolOutput }
  | { done: true; told: boolean; output: ToolOutput };

/** Runs what the model called. What it called may be anything: only the four tools are there, and none writes. */
async function runCall(
  deps: AskDeps,
  { name, input }: { name: string; input: unknown },
  signal: AbortSignal,
): Promise<Outcome> {
  const call = readCall(name, input);
  if (call === null) {
    deps.patch({ repairs: deps.now().repairs + 1 });
    return {
      done: false,
      output: { kind: "error", message: "There is no such tool, or its input does not fit." },
    };
  }
  switch (call.name) {
    case "search_values":
      return {
        done: false,
        output: await attempt(deps, "", () =>
          searchValues(deps.keeper(), deps.sources, call.input, signal),
        ),
      };
    case "run_sql":
      deps.patch({ looks: deps.now().looks + 1 });
      return {
        done: false,
        output: await attempt(deps, call.input.sql, () => look(deps, call.input.sql, signal)),
      };
    case "ask_user": {
      const { question, choices } = call.input;
      const text = await deps.choose(question, choices, signal);
      return { done: false, output: { kind: "choice", text } };
    }
    case "final_answer":
      return finish(deps, call, signal);
    default:
      return call satisfies never;
  }
}

/** What fails in the database is for the model to mend; what fails elsewhere is not. */
async function attempt(
  deps: AskDeps,
  sql: string,
  work: () => Promise<ToolOutput>,
): Promise<ToolOutput> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SqlRefused)) throw error;
    deps.patch({ repairs: deps.now().repairs + 1, refused: { sql, error } });
    const names = deps.sources.flatMap(({ table, columns }) => [
      table,
      ...columns.map((column) => column.name),
    ]);
    const message = withoutValues(error.message, sql, names) || "It is not one SELECT.";
    return { kind: "error", message };
  }
}

const read = (deps: AskDeps, sql: string, signal: AbortSignal) =>
  deps.keeper().use((engine) => runRead(engine, sql, { limit: MOST_ROWS, signal }));

const tablesOf = ({ sources }: AskDeps) => sources.map(({ table }) => table);

async function look(deps: AskDeps, sql: string, signal: AbortSignal): Promise<ToolOutput> {
  const result = await read(deps, sql, signal);
  const output = await tellResult(deps.keeper(), sql, result, tablesOf(deps), signal);
  const offered = output.groups === null && result.rows.length > 0 && deps.rowsAllowed();
  if (!offered) return output;
  const rows = sendable(result);
  const columns = result.columns.map(({ name }) => name);
  return (await deps.consent({ columns, rows }, signal)) ? { ...output, consented: rows } : output;
}

async function finish(
  deps: AskDeps,
  { input }: Extract<ToolCall, { name: "final_answer" }>,
  signal: AbortSignal,
): Promise<Outcome> {
  const { sql } = input;
  if (sql === null || input.abstained) {
    deps.patch({ state: "answered", answer: { ...input, sql: null }, confidence: "low" });
    const output = { kind: "choice" as const, text: "The answer was shown." };
    return { done: true, told: false, output };
  }
  let told: ToolOutput | undefined;
  const output = await attempt(deps, sql, async () => {
    const result = await read(deps, sql, signal);
    deps.patch(answered({ ...input, sql }, { ...result, sql }, deps.now()));
    told = await tellResult(deps.keeper(), sql, result, tablesOf(deps), signal);
    return told;
  });
  if (told === undefined) {
    deps.patch({ draft: "" });
    return { done: false, output };
  }
  return { done: true, told: true, output: told };
}
