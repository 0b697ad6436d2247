import type { asks as fr } from "../fr/asks.ts";
import type { Texts } from "../texts.ts";

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** Words of questions put to Claude. */
export const asks = {
  title: "New question",
  ask: "Ask a question",
  placeholder: (name: string) => `Ask a question about ${name}`,
  next: (name: string) => `Ask another question about ${name}`,
  send: "Send the question",
  stop: "Stop",
  stopped: "Stopped. What was there is kept.",
  edit: "Edit the question",
  empty: {
    title: "Ask your data a question",
    body: "The figures are computed in this browser. Claude gets your question, the columns’ names and their profiles, never your rows unless you agree.",
    noSources: "Add data to this workspace first.",
    loading: "Reading the data",
    unread: (names: string) => `Not read on this device, so not part of the question: ${names}`,
  },
  noKey: {
    title: "Questions to Claude aren’t enabled",
    body: "This installation has no key. Your data can still be asked: overview, suggested questions, builder and SQL.",
  },
  mayNot: {
    title: "You can’t ask Claude questions",
    body: "Ask someone who manages roles for the “Ask Claude” permission.",
  },
  working: "Claude is writing the query",
  waiting: (seconds: string) => `The service is busy: trying again in ${seconds}s`,
  assumptions: "Assumptions of the answer",
  assume: {
    change: (label: string) => `Change the assumption ${label}`,
    other: "Another value",
    otherHint: "For example: without credit notes",
    apply: "Answer again",
    fixed: "set by you",
    now: "Chosen",
  },
  confidence: {
    high: "High confidence",
    medium: "Medium confidence",
    low: "Low confidence",
    lowBody: "Check the SQL before you use this figure.",
    tries: (repairs: number, shown: string, time: string) =>
      repairs === 0
        ? `1 attempt, no repair · ${time} here`
        : `${shown} ${plural(repairs, "repair", "repairs")} · ${time} here`,
  },
  abstained: "The data can’t answer this",
  plain: "An answer without a computation: check it",
  unfit: (kind: string, why: string) =>
    `Claude suggested “${kind}”: ${why}. The chart follows the shape of the result instead.`,
  noColumn: "one of its columns is not in the result",
  sql: {
    title: "SQL",
    lines: (count: number, shown: string) => `${shown} ${plural(count, "line", "lines")}`,
    explain: "Explain",
    explaining: "Explaining",
    run: "Run",
    correct: "Correct",
    cancel: "Cancel",
    save: "Save as a verified question",
    saveHint: "It will teach Claude how your company counts.",
    edited: "SQL changed by you",
  },
  keep: "Keep",
  kept: (title: string) => `Question “${title}” saved and verified`,
  pin: "Pin",
  followUps: "Next questions",
  choose: {
    title: "Claude asks you",
    other: "Another answer",
    send: "Answer",
  },
  consent: {
    title: (shown: string) => `Send these ${shown} rows to Claude?`,
    body: "They go out as they are, this once.",
    yes: "Send these rows",
    no: "Don’t send",
  },
  sent: {
    title: "What was sent to Claude",
    open: "See what was sent",
    close: "Close",
    none: "0 rows of your file",
    noneOf: (shown: string) => `of ${shown}. The figures were computed here.`,
    some: (count: number, shown: string) =>
      `${shown} ${plural(count, "row", "rows")} sent with your consent`,
    nothing: "Nothing has been sent yet.",
    before: "Your next question will send the names, types and profiles of these columns.",
    kinds: {
      rules: "Aetheria’s instructions",
      schema: "Names and types of columns",
      profiles: "Profiles, frequent values",
      glossary: "The company’s glossary",
      pairs: "Verified questions close to it",
      question: "Your question",
      fixed: "Assumptions you set",
      changes: "What changed",
      result: "Result of a query",
      rows: "Rows, with your consent",
    },
    chars: (shown: string) => `${shown} characters`,
    total: "Sent in all",
    exact: "Exact text",
    allow: "Allow sending rows",
    allowHint: "Per question, 20 rows at most, always shown first.",
    journal: (id: string, at: string) => `Log: ${id} · ${at}`,
    tokens: (used: string, limit: string) => `${used} tokens of ${limit} this month`,
    cost: (used: string, cost: string) => `${used} tokens for this question · ${cost}`,
  },
  again: "Continue",
  retry: "Try again",
  trouble: {
    key: "The installation’s key is refused. Tell whoever administers Aetheria.",
    request: "The service didn’t accept the question. Word it differently.",
    model: "The configured model doesn’t exist. Tell whoever administers Aetheria.",
    limited: (seconds: string) =>
      seconds === ""
        ? "Too many questions at once. Try again in a moment."
        : `Too many questions at once. Try again in ${seconds}s.`,
    overloaded: "The service is overloaded. Try again in a moment.",
    context: "The conversation is too long for the model. Start a new one.",
    unreachable: "The service doesn’t answer. Your question is kept.",
    server: "The service had an error. Your question is kept.",
    cut: "The answer was cut off on its way. It can go on.",
    max_tokens: "The answer grew too long. It can go on, more briefly.",
    refusal: "Claude declined to answer this question. Word it differently.",
    repairs: "The query still fails after three repairs. Make your question more precise.",
    turns: "Claude gets nowhere. Make your question more precise.",
    engine: "The analysis engine stopped. It restarted, your files are intact.",
  },
  saved: {
    missing: "This question was deleted",
    missingBody: "It is no longer in this workspace.",
    back: "Open the workspace",
    asked: "Saved question",
    again: "Ask Claude again",
  },
} satisfies Texts<typeof fr>;
