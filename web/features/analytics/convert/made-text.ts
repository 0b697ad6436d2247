/** Rows on their way to a delimited text: UTF-8, commas, quotes where needed, LF. */
export interface MadeText {
  row(cells: readonly string[]): void;
  blob(): Blob;
}

const PART = 1_000_000;

const quoted = (cell: string): string => {
  const text = cell.includes("\r") ? cell.replace(/\r\n?/g, "\n") : cell;
  return /[",\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Writes rows into a blob bit by bit, so that no text of the whole stands in memory. */
export function makeText(): MadeText {
  const parts: Blob[] = [];
  let part = "";
  const flush = (): void => {
    // Half of a pair is no UTF-8: the reader would take the file for another encoding.
    if (part !== "") parts.push(new Blob([part.toWellFormed()]));
    part = "";
  };
  return {
    row(cells) {
      // One empty cell alone would be a blank line, which is no row.
      part += `${cells.length === 1 && cells[0] === "" ? '""' : cells.map(quoted).join(",")}\n`;
      if (part.length > PART) flush();
    },
    blob() {
      flush();
      return new Blob(parts);
    },
  };
}
