import type { SemanticDocument } from "#domain/semantic/model.ts";

const line = (kind: string, value: Record<string, unknown>): string =>
  `${kind} ${JSON.stringify(
    Object.fromEntries(
      Object.entries(value).filter(
        ([, one]) => one !== "" && !(Array.isArray(one) && one.length === 0),
      ),
    ),
  )}`;

const called = (label: { fr: string; en: string }, synonyms: { fr: string[]; en: string[] }) =>
  [label.fr, label.en, ...synonyms.fr, ...synonyms.en].filter(Boolean);

/** What the firm means by its figures and words, a line each; the same bytes for the same document. */
export function semanticText(document: SemanticDocument): string {
  const { measures, dimensions, joins, filters, glossary } = document;
  return [
    ...measures.map(({ name, label, sql, source, format, description, synonyms }) =>
      line("measure", { name, called: called(label, synonyms), sql, source, format, description }),
    ),
    ...dimensions.map(({ name, label, sql, source, description, synonyms }) =>
      line("dimension", { name, called: called(label, synonyms), sql, source, description }),
    ),
    ...joins.map(({ from, to, on, kind }) => line("join", { from, to, on, kind })),
    ...filters.map(({ source, sql, label }) => line("always unless asked", { source, sql, label })),
    ...glossary.map(({ term, synonyms, meaning }) => line("word", { term, synonyms, meaning })),
  ].join("\n");
}
