import { FileRefused } from "./raw.ts";

/** A line of a CSV with the line of the file on which it begins, from 1. */
export interface CsvRow {
  line: number;
  cells: string[];
}

/** The separator of the head: whichever of `;`, tab and `,` cuts it into most cells outside of quotes. */
export function separatorOf(text: string): string {
  const counts = new Map([";", "\t", ","].map((sign) => [sign, 0]));
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === "\n") break;
    else if (!quoted && counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? ",";
}

/**
 * The rows of a CSV (RFC 4180): quoted cells may hold separators, doubled quotes and line ends. Empty rows are left out.
 * Throws `FileRefused("quote_open")` with the line on which a quote begins that never ends.
 */
export function parseCsv(source: string): CsvRow[] {
  const text = source.startsWith("\uFEFF") ? source.slice(1) : source;
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  let at = 0;
  const end = () => {
    if (cells.some((cell) => cell.trim() !== "")) rows.push({ line: begun, cells });
    cells = [];
    begun = line;
  };
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      const opened = line;
      for (at += 1; ; at += 1) {
        const close = text.indexOf('"', at);
        if (close < 0) throw new FileRefused("quote_open", opened);
        const part = text.slice(at, close);
        line += part.split("\n").length - 1;
        cell += part;
        at = close + 1;
        if (text[at] !== '"') break;
        cell += '"';
      }
    }
    const from = at;
    while (at < text.length && text[at] !== separator && text[at] !== "\n") at += 1;
    cell += text.slice(from, at).replace(/\r$/, "");
    cells.push(cell);
    if (text[at] === separator && at + 1 === text.length) cells.push("");
    if (text[at] === "\n") {
      line += 1;
      end();
    }
    at += 1;
  }
  end();
  return rows;
}
