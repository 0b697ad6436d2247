import { BuiltQuery } from "#domain/analytics/builder/model.ts";
import { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { sqlTokens } from "#domain/analytics/sql/tokens.ts";
import type { QuestionView } from "#domain/questions/model.ts";
import type { SourceView } from "#domain/sources/model.ts";
import { api } from "#web/lib/api.ts";

/** What is saved: SQL with its chart, and the parts it was built of, unless it was written. */
export interface Work {
  sql: string;
  chart: ChartSpec | null;
  built: BuiltQuery | null;
}

/** Whether a question is as `work` has it. The SQL of what was built tells nothing: it names today where it counts from it. */
export function isSaved(work: Work, question: QuestionView): boolean {
  const charts = [work.chart, question.chart].map((one) => ChartSpec.nullable().parse(one));
  if (!isSame(charts)) return false;
  const built = [work.built, question.built].map((one) => BuiltQuery.nullable().parse(one));
  return isSame(built) && (work.built !== null || work.sql === question.sql);
}

const isSame = ([a, b]: readonly unknown[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The sources that a text of SQL names. */
function sourcesIn(sql: string, sources: readonly SourceView[]): string[] {
  const words = new Set(sqlTokens(sql).map(({ text }) => text.toLowerCase()));
  return sources.filter(({ table }) => words.has(table.toLowerCase())).map(({ id }) => id);
}

/** Saves work as a new question of a workspace. Errors: as `post /questions`. */
export const createQuestion = (
  work: Work,
  title: string,
  at: { workspaceId: string; language: "fr" | "en"; sources: readonly SourceView[] },
): Promise<QuestionView> =>
  api("post /questions", {
    body: {
      ...work,
      title,
      workspaceId: at.workspaceId,
      language: at.language,
      sourceIds: sourcesIn(work.sql, at.sources),
    },
  });

/** Puts work in the place of what a question had. Errors: as `patch /questions/{id}`. */
export const updateQuestion = (
  work: Work,
  { id, version }: QuestionView,
  sources: readonly SourceView[],
): Promise<QuestionView> =>
  api("patch /questions/{id}", {
    params: { id },
    body: { version, changes: { ...work, sourceIds: sourcesIn(work.sql, sources) } },
  });
