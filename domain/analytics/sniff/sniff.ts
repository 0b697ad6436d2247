import type {
  ColumnReading,
  DateOrder,
  Encoding,
  Evidence,
  NumberStyle,
  Sniffed,
} from "#domain/analytics/reading.ts";
import { columnEvidence, typeColumn } from "./columns.ts";
import { declaredDelimiter, sniffDelimiter } from "./delimiter.ts";
import { columnNames, sniffHeader } from "./header.ts";
import { parseRecords, type TextRecord } from "./records.ts";
import { sniffDates, sniffNumbers } from "./styles.ts";
import { findTotals } from "./totals.ts";

/** Decoded samples of a file. `more` and `tail` start at the beginning of a line; `tail` is the file's end. */
export interface TextSample {
  head: string;
  more: readonly string[];
  tail: string;
  encoding: Encoding;
  encodingEvidence: Evidence;
}

/** What the person chose instead of what was detected. */
export interface Choices {
  delimiter?: string;
  numbers?: NumberStyle;
  dates?: DateOrder;
  /** Physical line of the head, from 1; 0 says that there is none. */
  headerLine?: number;
  /** "none" takes quotes for characters like any other. */
  quotes?: "none" | "double";
}

/** Records whose lines are told: more than a preview shows. */
const LINES = 500;

function firstRecord(records: readonly TextRecord[], line: number): number {
  const at = records.findIndex((record) => record.line >= line);
  return at < 0 ? 0 : at;
}

/**
 * Decides how a file is to be read, from samples of it. Everything not chosen is detected again with what was chosen, so that
 * another separator also finds its own head and types. `nameOf` names columns without a head.
 */
export function sniff(
  sample: TextSample,
  choices: Choices,
  nameOf: (position: number) => string,
): Sniffed {
  const text = sample.head.replace(/^\ufeff/, "");
  const found = sniffDelimiter(text);
  const delimiter = choices.delimiter ?? found.delimiter;
  const declared = declaredDelimiter(text) === null ? 0 : 1;
  const quotes = choices.quotes !== "none";
  const records = parseRecords(text, delimiter, Infinity, quotes).filter(
    ({ line }) => line > declared,
  );
  const widths = new Map<number, number>();
  for (const { cells } of records) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  const columns = [...widths].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;

  const guess = sniffHeader(records, columns);
  const chosen = choices.headerLine;
  const first = chosen ? firstRecord(records, chosen) : guess.first;
  const header = chosen === undefined ? guess.header : chosen > 0;
  const start = records[first];
  const below = records.slice(first + (header ? 1 : 0));
  const totals = findTotals(sample.tail, delimiter);

  const isTotals = (cells: readonly string[]): boolean =>
    totals !== null && cells.find((cell) => cell.trim() !== "")?.trim() === totals.label;
  const rows = [
    ...below,
    ...sample.more.flatMap((part) => parseRecords(part, delimiter, Infinity, quotes)),
  ]
    .map(({ cells }) => cells)
    .filter((cells) => cells.length >= columns && !isTotals(cells));
  const head = header ? (start?.cells ?? []).slice(0, columns) : [];
  const heads = Array.from({ length: columns }, (_, at) => head[at] ?? "");
  const evidences = heads.map((_, at) => columnEvidence(rows.map((cells) => cells[at] ?? "")));
  const numbers = sniffNumbers(evidences, delimiter);
  // Spreadsheets put a byte order mark before semicolons, and so do our own exports; no program writes 12/31 into such a file.
  const regional = found.delimiter === ";" && sample.encodingEvidence.code === "encoding.bom";
  const dates = sniffDates(evidences, regional);
  const styles = {
    numbers: choices.numbers ?? numbers.numbers,
    dates: choices.dates ?? dates.dates,
  };
  const file = { ...styles, datesChosen: choices.dates !== undefined };
  const names = columnNames(heads, nameOf);
  const words = [...new Set(evidences.flatMap(({ nullWords }) => nullWords))];
  const outsideQuotes = text.replace(/"[^"]*"/g, "");

  return {
    lines: below.slice(0, LINES).map(({ line }) => line),
    reading: {
      encoding: sample.encoding,
      delimiter,
      titleLines: Math.max(declared, (start?.line ?? 1) - 1),
      header,
      ...styles,
      nullWords: words,
      totalLabel: totals?.label ?? null,
      totals: "exclude",
      shortRows: "reject",
      badCells: "reject",
      ...(!quotes && { quotes: "none" as const }),
      lenient: /[^\r]\n/.test(outsideQuotes) && /\r\n/.test(outsideQuotes),
      maxLineBytes: 2_000_000,
      columns: heads.map((source, at): ColumnReading => {
        const evidence = evidences[at] ?? columnEvidence([]);
        const typed = typeColumn(evidence, source, file);
        return { name: names[at] ?? nameOf(at + 1), source, skipped: false, ...typed };
      }),
    },
    evidence: {
      delimiter: found.evidence,
      numbers: numbers.evidence,
      dates: dates.evidence,
      encoding: sample.encodingEvidence,
      header: guess.evidence,
      totals:
        totals === null
          ? { code: "totals.none", sure: true }
          : { code: "totals.found", label: totals.label, sure: true },
      empties:
        words.length === 0
          ? { code: "empties.none", sure: true }
          : { code: "empties.words", words, sure: true },
    },
  };
}
