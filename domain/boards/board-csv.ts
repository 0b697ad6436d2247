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
    "Statut",
    "Priorité",
    "Échéance",
    "Étiquettes",
    "Assignés",
    "Client",
    "Lignes cochées",
    "Lignes à cocher",
    "Commentaires",
    "Fichiers",
    "Bloquée par",
    "Créée le",
    "Modifiée le",
    "Archivée",
    "Description",
  ],
  en: [
    "Reference",
    "Title",
    "Column",
    "Status",
    "Priority",
    "Due",
    "Tags",
    "Assignees",
    "Client",
    "Lines ticked",
    "Lines to tick",
    "Comments",
    "Files",
    "Blocked by",
    "Created",
    "Changed",
    "Archived",
    "Description",
  ],
} as const;

const YES = { fr: "Oui", en: "Yes" } as const;

type FileCard = BoardFile["cards"][number];

/** A number as a cell; nothing for none, so that what has none stays empty. */
const count = (n: number) => (n === 0 ? "" : String(n));
const day = (instant: string | null) => instant?.slice(0, 10) ?? "";

function cellsOf(board: BoardFile, card: FileCard, language: "fr" | "en"): string[] {
  const { priorities, columns: meanings } = WORDS[language];
  const column = board.columns[card.column];
  const lines = card.checklists.flatMap((list) => list.lines);
  const blockers = card.links.filter(({ relation }) => relation === "blocked_by");
  // What stands in a column of the archive is off the board as well.
  const off = card.archived || column?.archived === true;
  return [
    card.reference,
    card.title,
    column?.name ?? "",
    column ? meanings[column.category] : "",
    card.priority === "none" ? "" : priorities[card.priority],
    card.dueOn ?? "",
    card.tags.join(", "),
    card.assignees.map(({ name }) => name).join(", "),
    card.client ?? "",
    lines.length === 0 ? "" : String(lines.filter(({ done }) => done).length),
    count(lines.length),
    count(card.comments.length),
    count(card.files.length),
    blockers.map((link) => link.card).join(", "),
    day(card.createdAt),
    day(card.updatedAt),
    off ? YES[language] : "",
    card.description,
  ];
}

/** A board's cards as CSV, one a line, in the words and the dialect of a language. Dates are `YYYY-MM-DD`, of UTC. */
export function boardCsv(board: BoardFile, language: "fr" | "en"): string {
  const dialect = CSV_DIALECTS[language];
  const head = csvLine(HEADS[language].map(textCell), dialect);
  const lines = board.cards.map((card) =>
    csvLine(cellsOf(board, card, language).map(textCell), dialect),
  );
  return dialect.mark + head + lines.join("");
}
