import type { SourceView } from "#domain/sources/model.ts";
import { api } from "#web/lib/api.ts";
import { isCorrected, titleOf, type Exchange } from "./exchange.ts";

/**
 * Saves a question with the SQL that stands under it as a verified pair; where that is the person's own, without what Claude said of
 * its own. Errors: as `api`.
 */
export function saveQuestion(
  exchange: Exchange,
  at: { workspaceId: string; language: "fr" | "en"; sources: readonly SourceView[] },
) {
  const { question, result } = exchange;
  const sql = result?.sql ?? exchange.answer?.sql ?? "";
  const answer = isCorrected(exchange) ? null : exchange.answer;
  const used = at.sources.filter(({ table }) => sql.toLowerCase().includes(table.toLowerCase()));
  return api("post /questions", {
    body: {
      workspaceId: at.workspaceId,
      title: titleOf(exchange).replace(/\s+/g, " ").slice(0, 300),
      question,
      sql,
      sourceIds: used.map(({ id }) => id),
      chart: result?.chart ?? null,
      answer: answer?.answer ?? "",
      assumptions: (answer?.assumptions ?? []).map(({ label, value, alternatives }, index) => ({
        key: `a${index + 1}`,
        label,
        value,
        options: alternatives,
      })),
      verified: true,
      language: at.language,
    },
  });
}
