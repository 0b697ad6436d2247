import type { Evidence, Evidences } from "#domain/analytics/reading.ts";

/** What came of reading a file with a decision: lines that were read, and of those left out how many speak against what. */
export interface Outcome {
  /** All lines below the head, left out or not. */
  lines: number;
  columns: number;
  /** Left out for their number of cells, or a quote that does not close. */
  uncut: number;
  /** Left out for a cell that is no number, or no date, as it was to be read. */
  numbers: number;
  dates: number;
}

/** A share of lines up to which a decision that was sure stays so: the lines themselves are listed. */
const FEW = 0.01;

/** What was sure of the samples is to be checked where the file as a whole says otherwise. */
export function doubted(evidence: Evidences, came: Outcome): Evidences {
  const many = (lines: number): boolean => lines > came.lines * FEW;
  const { uncut, numbers, dates, columns } = came;
  const cut: Partial<Evidences> = many(uncut)
    ? {
        delimiter: { code: "delimiter.uncut", columns, lines: uncut, sure: false },
        // The width of the table is what tells titles and head from rows.
        header: unsure(evidence.header),
      }
    : {};
  return {
    ...evidence,
    ...(evidence.delimiter.code !== "delimiter.prose" && cut),
    ...(evidence.numbers.sure &&
      many(numbers) && {
        numbers: { code: "numbers.unread" as const, lines: numbers, sure: false as const },
      }),
    ...(evidence.dates.sure &&
      many(dates) && {
        dates: { code: "dates.unread" as const, lines: dates, sure: false as const },
      }),
  };
}

const unsure = (evidence: Evidence): Evidence => ({ ...evidence, sure: false }) as Evidence;
