import type { BoardFile } from "#domain/board-imports/board-file.ts";
import { CSV_DIALECTS, csvLine, textCell } from "#domain/csv.ts";
import { boards as en } from "#domain/i18n/en/boards.ts";
import { boards as fr } from "#domain/i18n/fr/boards.ts";

const WORDS = { fr, en };

/** Heads that the import reads back, whichever language wrote them. */
const HEADS = {
  fr: [
    "Référence",
    "Titre",
    "Colonne",
    "Priorité",
    "Échéance",
    "Étiquettes",
    "Assignés",
    "Client",
    "Description",
  ],
  en: [
    "Reference",
    "Title",
    "Column",
    "Priority",
    "Due",
    "Tags",
    "Assignees",
    "Client",
    "Description",
  ],
} as const;

/** A board's cards as CSV, one a line, in the words and the dialect of a language. Dates are `YYYY-MM-DD`. */
export function boardCsv(board: BoardFile, language: "fr" | "en"): string {
  const dialect = CSV_DIALECTS[language];
  const { priorities } = WORDS[language];
  const head = csvLine(HEADS[language].map(textCell), dialect);
  const lines = board.cards.map((card) => {
    const cells = [
      card.reference,
      card.title,
      board.columns[card.column]?.name ?? "",
      card.priority === "none" ? "" : priorities[card.priority],
      card.dueOn ?? "",
      card.tags.join(", "),
      card.assignees.map(({ name }) => name).join(", "),
      card.client ?? "",
      card.description,
    ];
    return csvLine(cells.map(textCell), dialect);
  });
  return dialect.mark + head + lines.join("");
}
