import { answerPieces } from "#domain/asks/answer-text.ts";
import { hintedChart } from "#domain/asks/chart-hint.ts";
import { withUnit } from "#domain/asks/unit-format.ts";
import { confidenceOf } from "#domain/asks/confidence.ts";
import type { FinalAnswer } from "#domain/asks/final-answer.ts";
import { shapeOf } from "#domain/analytics/chart/shape.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import type { Exchange } from "./exchange.ts";

/** What an exchange becomes when the SQL of its answer has run: its chart, and how far it can be trusted. */
export function answered(
  answer: FinalAnswer,
  result: ReadResult & { sql: string },
  { repairs, looks }: Pick<Exchange, "repairs" | "looks">,
): Partial<Exchange> {
  const names = result.columns.map(({ name }) => name);
  const { spec: chart, unfit } = hintedChart(answer.chart, shapeOf(result));
  const missing = answerPieces(answer.answer, (row, column) => {
    const at = row === "last" ? result.rows.length - 1 : row - 1;
    return result.rows[at] && names.includes(column) ? column : null;
  }).filter((piece) => piece.missing).length;
  return {
    state: "answered",
    answer,
    unfit,
    result: { ...result, chart: withUnit(chart, answer.unit) },
    confidence: confidenceOf({
      repairs,
      looks,
      said: answer.confidence,
      rows: result.rows.length,
      missing,
    }),
  };
}
