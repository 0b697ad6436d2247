import { createSignal, onCleanup, type Accessor } from "solid-js";
import { createStore, produce } from "solid-js/store";
import type { AskConversation } from "#domain/asks/history.ts";
import type { AskBody } from "#domain/asks/model.ts";
import type { AskSource } from "#domain/asks/source.ts";
import { EngineLost, type EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { runRead, SqlRefused } from "#web/features/analytics/engine/read.ts";
import { EngineUnavailable } from "#web/features/analytics/engine/unavailable.ts";
import { chooseChart } from "#domain/analytics/chart/rules.ts";
import { shapeOf } from "#domain/analytics/chart/shape.ts";
import { runQuestion, type AskDeps, type Left, type Pending } from "./ask-machine.ts";
import { answered } from "./answered.ts";
import { newExchange, type Exchange, type Fixed, type Trouble } from "./exchange.ts";
import { MOST_ROWS } from "./look.ts";
import { exchangesOf, pendingOf } from "./restore.ts";

/** What a conversation needs of the page. */
export interface AskPage {
  workspaceId: Accessor<string>;
  language: Accessor<"fr" | "en">;
  sources: Accessor<readonly AskSource[]>;
  keeper: () => EngineKeeper;
  post: AskDeps["post"];
  /** Told of the conversation's id once it has one. */
  begun?(id: string): void;
}

/** Waits for the person; a stop ends the wait. */
const waiting = <T>(signal: AbortSignal, take: (resolve: (value: T) => void) => void) =>
  new Promise<T>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    take(resolve);
  });

/** A conversation with Claude about the sources of a workspace: one question at a time, each kept with its answer. */
export function createAsk(page: AskPage) {
  const [exchanges, setExchanges] = createStore<Exchange[]>([]);
  const [rowsAllowed, allowRows] = createSignal(false);
  const [id, setId] = createSignal<string | null>(null);
  let left: Left = [];
  /** Calls of an opened conversation that nobody has answered. */
  let pending: Pending["calls"] = [];
  let current: AbortController | undefined;
  let answer: ((text: string) => void) | undefined;
  /** What the person answered while an opened conversation still read its data. */
  let early: string | undefined;
  let decide: ((yes: boolean) => void) | undefined;

  const last = () => exchanges.length - 1;
  const patch = (at: number, changes: Partial<Exchange>) =>
    setExchanges(produce((all) => void Object.assign(all[at] ?? {}, changes)));

  async function make(at: number, body: AskBody | Pending): Promise<void> {
    current?.abort();
    const own = new AbortController();
    current = own;
    const mine = (changes: Partial<Exchange>) => {
      if (current === own) patch(at, changes);
    };
    const deps: AskDeps = {
      post: page.post,
      keeper: page.keeper,
      sources: page.sources(),
      rowsAllowed,
      patch: mine,
      now: () => exchanges[at] ?? newExchange("", []),
      begun: (askId) => {
        setId(askId);
        page.begun?.(askId);
      },
      async choose(question, choices, signal) {
        mine({ state: "asking", asking: { question, choices } });
        const text = early ?? (await waiting<string>(signal, (resolve) => (answer = resolve)));
        early = undefined;
        answer = undefined;
        mine({ state: "working", asking: null });
        return text;
      },
      async consent(rows, signal) {
        mine({ state: "consenting", consenting: rows });
        const yes = await waiting<boolean>(signal, (resolve) => (decide = resolve));
        mine({ state: "working", consenting: null });
        return yes;
      },
    };
    try {
      left = await runQuestion(deps, body, own.signal);
    } catch (error) {
      if (own.signal.aborted) return;
      const local = error instanceof EngineLost || error instanceof EngineUnavailable;
      mine({ state: "troubled", trouble: { kind: local ? "engine" : "problem", error } });
    }
  }

  function ask(question: string, fixed: Fixed[] = []): Promise<void> {
    const results = left;
    left = [];
    pending = [];
    early = undefined;
    setExchanges(exchanges.length, newExchange(question, fixed));
    return make(last(), {
      kind: "question",
      workspaceId: page.workspaceId(),
      askId: id(),
      question,
      language: page.language(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC",
      fixed,
      sources: [...page.sources()],
      results,
    });
  }

  const stop = (): void => {
    if (current === undefined) return;
    current.abort();
    patch(last(), { state: "stopped", asking: null, consenting: null, waiting: null });
  };

  onCleanup(() => current?.abort());
  return {
    exchanges,
    id,
    rowsAllowed,
    allowRows,
    ask,
    /** The same question with one more assumption set. */
    fix(at: number, label: string, value: string): Promise<void> {
      const { question, fixed } = exchanges[at] ?? newExchange("", []);
      const others = fixed.filter((one) => one.label !== label);
      return ask(question, [...others, { label, value }]);
    },
    choose(text: string): void {
      if (answer) answer(text);
      else early = text;
    },
    consent: (yes: boolean) => decide?.(yes),
    stop,
    /** Goes on after a cut, or with what the model called last; asks anew where nothing stands yet. */
    again(at: number): Promise<void> {
      const { question, fixed, trouble } = exchanges[at] ?? newExchange("", []);
      const askId = id();
      const goesOn = trouble?.kind === "end" && askId !== null && at === last();
      if (!goesOn || (trouble.end !== "cut" && trouble.end !== "max_tokens"))
        return ask(question, [...fixed]);
      patch(at, { state: "working", trouble: null, refused: null, draft: "" });
      const calls = pending.splice(0);
      return make(
        at,
        calls.length > 0 ? { kind: "calls", askId, calls } : { kind: "continue", askId },
      );
    },
    /** Shows a conversation that was begun before or elsewhere; what it asks the person can be answered at once. */
    open(conversation: AskConversation): void {
      setId(conversation.id);
      setExchanges(exchangesOf(conversation));
      pending = pendingOf(conversation);
    },
    /** Once the data are there: runs the SQL of answers that were given before, and waits again for what the person was asked. */
    async draw(): Promise<void> {
      const askId = id();
      if (askId !== null && exchanges.at(-1)?.state === "asking" && pending.length > 0)
        void make(last(), { kind: "calls", askId, calls: pending.splice(0) });
      for (const [at, { answer: given, result, state }] of exchanges.entries()) {
        if (state !== "answered" || !given?.sql || result !== null) continue;
        const sql = given.sql;
        try {
          const found = await page
            .keeper()
            .use((engine) => runRead(engine, sql, { limit: MOST_ROWS }));
          patch(at, answered(given, { ...found, sql }, exchanges[at] ?? newExchange("", [])));
        } catch (error) {
          // Where the model may still mend it, that is what going on does.
          const trouble: Trouble =
            at === last() && pending.length > 0
              ? { kind: "end", end: "cut" }
              : { kind: "problem", error };
          const refused = error instanceof SqlRefused ? { sql, error } : null;
          patch(at, { trouble, refused });
        }
      }
    },
    /** Runs SQL that the person wrote in place of the answer's own; with that again, the answer is back. Throws what `runRead` throws. */
    async run(at: number, sql: string): Promise<void> {
      const result = await page
        .keeper()
        .use((engine) => runRead(engine, sql, { limit: MOST_ROWS }));
      const exchange = exchanges[at] ?? newExchange("", []);
      const own = exchange.answer?.sql ?? null;
      if (exchange.answer && own !== null && sql.trim() === own.trim())
        return patch(at, answered(exchange.answer, { ...result, sql: own }, exchange));
      const chart = chooseChart(shapeOf(result));
      patch(at, { result: { ...result, sql, chart }, unfit: null });
    },
  };
}

export type Ask = ReturnType<typeof createAsk>;
