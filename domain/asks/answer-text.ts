/** A piece of an answer. `figure` says that the engine computed it; `missing`, that the result does not hold it. */
export interface Piece {
  text: string;
  strong: boolean;
  figure: boolean;
  missing: boolean;
}

/** One cell of a result, by row (from 1, or "last") and column. */
export type CellText = (row: number | "last", column: string) => string | null;

const FIGURE = /\{\{\s*(\d{1,4}|last)\.([^{}]{1,200}?)\s*\}\}/g;
/** A reference that has begun to arrive and has not ended. */
const OPEN = /\{\{?[^{}]*$/;

/** The words of Markdown links and images without their addresses: nothing of an answer leads elsewhere. */
function withoutAddresses(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/!?\[([^\]]*)\]\[[^\]]*\]/g, "$1")
    .replace(/<\/?[a-z!][^>]*>/gi, "")
    .replace(/\b[a-z][a-z0-9+.-]{1,20}:\/\/\S+/gi, "…");
}

/**
 * An answer as pieces of plain text: `**bold**` and references to cells are all that is understood. Links, images and markup lose
 * their addresses; a reference that the result does not hold is a dash.
 */
export function answerPieces(answer: string, cell: CellText): Piece[] {
  const plain = withoutAddresses(answer).replace(OPEN, "");
  const pieces: Piece[] = [];
  plain.split("**").forEach((part, at) => {
    const strong = at % 2 === 1;
    let from = 0;
    const words = (text: string) => {
      if (text !== "") pieces.push({ text, strong, figure: false, missing: false });
    };
    for (const found of part.matchAll(FIGURE)) {
      words(part.slice(from, found.index));
      const [whole, row = "", column = ""] = found;
      const text = cell(row === "last" ? "last" : Number(row), column);
      pieces.push({ text: text ?? "–", strong, figure: true, missing: text === null });
      from = found.index + whole.length;
    }
    words(part.slice(from));
  });
  return pieces;
}
