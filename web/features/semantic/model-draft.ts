import { createMemo, createSignal } from "solid-js";
import type { SemanticDocument, SemanticView } from "#domain/semantic/model.ts";
import type { KnownTable } from "#domain/semantic/columns.ts";
import { canWait, EMPTY, type SemanticProblem } from "#domain/semantic/problems.ts";
import { readYaml, writeYaml, type YamlProblem } from "#domain/semantic/yaml.ts";

export type Section = keyof SemanticDocument;
/** What stands in a section, whatever its form: the form shows it, and what is wrong beside it. */
export type Entry = Record<string, unknown>;

const isEntry = (value: unknown): value is Entry =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * One document as form and as YAML: what is written in either is in the other. A text that is no YAML stays as it was typed, and the form
 * waits.
 */
export function createModelDraft(
  layer: () => SemanticView | null,
  tables: () => readonly KnownTable[],
) {
  const saved = createMemo(() => writeYaml(layer()?.document ?? EMPTY));
  /** What was typed; undefined follows what is saved. */
  const [typed, setTyped] = createSignal<string>();
  /** The version on which typing began; 0 where there was none. */
  const [base, setBase] = createSignal(0);
  const version = () => layer()?.version ?? 0;
  const text = () => typed() ?? saved();
  /** What the engine said is wrong in a text; of another it says nothing. */
  const [told, setTold] = createSignal<{ text: string; problems: readonly SemanticProblem[] }>();
  const toldNow = () => (told()?.text === text() ? told()?.problems : undefined);
  const read = createMemo(() => readYaml(text(), tables(), toldNow()));
  const value = () => {
    const found = read().value;
    return isEntry(found) ? found : undefined;
  };
  const write = (next: string): void => {
    if (typed() === undefined) setBase(version());
    setTyped(next);
  };
  const entries = (section: Section): Entry[] => {
    const list = value()?.[section];
    return Array.isArray(list) ? list.filter(isEntry) : [];
  };
  return {
    text,
    write,
    problems: (): readonly YamlProblem[] => read().problems,
    /** Null while the text has not the form of a model. */
    document: (): SemanticDocument | null => read().document,
    /** What the engine said is wrong in the text as it is now. */
    told: (): readonly SemanticProblem[] => toldNow() ?? [],
    /** Keeps what the engine says is wrong in the text as it is now, until it is written otherwise. */
    tell: (problems: readonly SemanticProblem[]): void => void setTold({ text: text(), problems }),
    /** Whether the form can show it. */
    readable: () => value() !== undefined,
    entries,
    setEntries: (section: Section, next: readonly Entry[]): void =>
      write(writeYaml({ ...value(), [section]: next })),
    /** Problems in the way of saving: a table or a column that is not there is none. */
    blocking: () => read().problems.some((problem) => !canWait(problem)),
    changed: () => typed() !== undefined && typed() !== saved(),
    /** Somebody saved another version since typing began. */
    outdated: () => typed() !== undefined && typed() !== saved() && version() !== base(),
    base,
    /** Goes on from the version that is saved now. */
    rebase: (): void => void setBase(version()),
    reset(): void {
      setTyped(undefined);
      setBase(version());
    },
  };
}

export type ModelDraft = ReturnType<typeof createModelDraft>;
