import { For } from "solid-js";
import { answerPieces, type CellText } from "#domain/asks/answer-text.ts";
import { cellText } from "#web/features/analytics/cell-text.ts";
import type { Answer } from "#web/features/analytics/query/answer.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";

/** An answer's sentences. Figures are cells of the result; nothing in it is markup, a link or an image. */
export function AnswerWords(props: { text: string; result: Answer | null; unit: string }) {
  const t = useTexts();
  const f = useFormat();
  const cell: CellText = (row, column) => {
    const { result } = props;
    if (result === null) return null;
    const at = result.columns.findIndex(({ name }) => name === column);
    const found = result.rows.at(row === "last" ? -1 : row - 1);
    const value = found?.[at];
    const kind = result.columns[at]?.kind;
    if (found === undefined || kind === undefined || value === undefined) return null;
    if (value === null) return null;
    const digits =
      kind === "number" && typeof value === "number" && value % 1 !== 0 ? 2 : undefined;
    return cellText(value, kind, f(), t().analytics.preview, digits);
  };
  return (
    <p class="text-answer leading-6 text-ink wrap-anywhere" data-testid="ask-answer">
      <For each={answerPieces(props.text, cell)}>
        {(piece) => (
          <span
            classList={{
              "font-semibold": piece.strong,
              num: piece.figure,
              "text-ink-3": piece.missing,
            }}
          >
            {piece.text}
          </span>
        )}
      </For>
    </p>
  );
}
