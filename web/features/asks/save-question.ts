import type { QuestionItem, QuestionView } from "#domain/questions/model.ts";
import type { SourceView } from "#domain/sources/model.ts";
import { api } from "#web/lib/api.ts";
import { isCorrected, titleOf, type Exchange } from "./exchange.ts";

/** The question as it is saved: with the assumptions that the person set, without which its SQL would answer another one. */
const wordingOf = ({ question, fixed }: Exchange): string =>
  fixed.length === 0
    ? question
    : `${question} (${fixed.map(({ label, value }) => `${label} = ${value}`).join(", ")})`;

const sqlOf = ({ result, answer }: Exchange): string => (result?.sql ?? answer?.sql ?? "").trim();

/** What is saved of an exchange: the question of the same wording. `same` says that it holds the SQL that is shown. */
export interface Kept {
  item: QuestionItem;
  same: boolean;
}

/** Finds what is saved of an exchange among the questions of its workspace. */
export function keptOf(exchange: Exchange, saved: readonly QuestionItem[]): Kept | undefined {
  const alike = saved.filter(({ question }) => question.trim() === wordingOf(exchange).trim());
  const sql = sqlOf(exchange);
  const same = alike.find((one) => one.verified && one.sql.trim() === sql);
  const item = same ?? alike[0];
  return item && { item, same: same !== undefined };
}

/** The fields that the SQL which is shown brings with it; of the person's own, nothing that Claude said of its own. */
function answerOf(exchange: Exchange, sources: readonly SourceView[]) {
  const sql = sqlOf(exchange);
  const answer = isCorrected(exchange) ? null : exchange.answer;
  const used = sources.filter(({ table }) => sql.toLowerCase().includes(table.toLowerCase()));
  return {
    sql,
    sourceIds: used.map(({ id }) => id),
    chart: exchange.result?.chart ?? null,
    built: null,
    answer: answer?.answer ?? "",
    assumptions: (answer?.assumptions ?? []).map(({ label, value, alternatives }, index) => ({
      key: `a${index + 1}`,
      label,
      value,
      options: alternatives,
    })),
    verified: true,
  };
}

/** Saves a question with the SQL that stands under it as a verified pair. Errors: as `api`. */
export function saveQuestion(
  exchange: Exchange,
  at: { workspaceId: string; language: "fr" | "en"; sources: readonly SourceView[] },
) {
  return api("post /questions", {
    body: {
      ...answerOf(exchange, at.sources),
      workspaceId: at.workspaceId,
      title: titleOf(exchange).replace(/\s+/g, " ").slice(0, 300),
      question: wordingOf(exchange),
      language: at.language,
    },
  });
}

/**
 * Puts the SQL that stands under a question in the place of what is saved of it, whose title stays. Errors: as `api`;
 * `conflict.version` when somebody changed it meanwhile.
 * @returns what takes it back.
 */
export async function updateQuestion(
  exchange: Exchange,
  { id, version }: QuestionItem,
  sources: readonly SourceView[],
): Promise<() => Promise<QuestionView>> {
  const params = { id };
  const before = await api("get /questions/{id}", { params });
  const changes = answerOf(exchange, sources);
  const now = await api("patch /questions/{id}", { params, body: { version, changes } });
  const { sql, sourceIds, chart, built, answer, assumptions, verified } = before;
  const old = { sql, sourceIds, chart, built, answer, assumptions, verified };
  return () =>
    api("patch /questions/{id}", { params, body: { version: now.version, changes: old } });
}
