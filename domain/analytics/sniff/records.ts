/** One record of a delimited text. `line` counts physical lines from 1; a quoted cell may span several. */
export interface TextRecord {
  line: number;
  cells: string[];
}

/**
 * Splits text into records the forgiving way: a quote opens only at the start of a cell, a doubled quote is one quote,
 * any of LF, CRLF and CR ends a line, blank lines are skipped. An unclosed quote runs to the end of the text.
 * Without `quotes` they are characters like any other.
 */
export function parseRecords(
  text: string,
  delimiter: string,
  limit = Infinity,
  quotes = true,
): TextRecord[] {
  const records: TextRecord[] = [];
  let cells: string[] = [];
  let cell = "";
  let line = 1;
  let firstLine = 1;
  let quoted = false;
  const endRecord = (): void => {
    cells.push(cell);
    if (cells.length > 1 || cell.trim() !== "") records.push({ line: firstLine, cells });
    cells = [];
    cell = "";
  };
  for (let at = 0; at < text.length && records.length < limit; at++) {
    const char = text[at] as string;
    if (quoted) {
      if (char === '"' && text[at + 1] === '"') {
        cell += '"';
        at++;
      } else if (char === '"') quoted = false;
      else {
        if (char === "\n") line++;
        cell += char;
      }
    } else if (quotes && char === '"' && cell === "") quoted = true;
    else if (char === delimiter) {
      cells.push(cell);
      cell = "";
    } else if (char === "\n" || char === "\r") {
      if (char === "\r" && text[at + 1] === "\n") at++;
      endRecord();
      line++;
      firstLine = line;
    } else cell += char;
  }
  if (records.length < limit && (cell !== "" || cells.length > 0)) endRecord();
  return records;
}
