import type { Choices } from "./sniff.ts";
import type {
  ColumnKind,
  ColumnReading,
  Evidence,
  Sniffed,
  Source,
} from "#domain/analytics/reading.ts";

/** What a file says itself of a column: a kind, or that all its values are texts, which may still be dates. */
export type Declared = ColumnKind | "string";

/** Text that was made from another file is written in one way: nothing of that is to be detected. */
export const MADE_TEXT = { delimiter: ",", numbers: "point" } as const satisfies Choices;

const ISO_FORMATS = { date: "%Y-%m-%d", timestamp: "%Y-%m-%d %H:%M:%S.%f" } as const;

function declaredColumn(column: ColumnReading, declared: Declared): ColumnReading {
  const { name, source, skipped } = column;
  if (declared === "string") {
    const dated = column.kind === "date" || column.kind === "timestamp";
    return dated ? column : { name, source, skipped, kind: "text", cleaned: false };
  }
  const bare = { name, source, skipped, kind: declared };
  if (declared === "date" || declared === "timestamp")
    return { ...bare, format: ISO_FORMATS[declared], cleaned: false };
  return {
    ...bare,
    ...(declared === "number" && { style: "point" as const }),
    cleaned: declared === "boolean",
  };
}

/** What was detected of made text, with what the file itself says of its columns and where they come from. */
export function withDeclared(
  { reading, evidence, ...rest }: Sniffed,
  source: Source,
  declared: readonly Declared[] | undefined,
): Sniffed {
  const made: Evidence = {
    code: "delimiter.declared",
    columns: reading.columns.length,
    sure: true,
  };
  if (declared === undefined)
    return {
      ...rest,
      reading: { ...reading, source },
      evidence: { ...evidence, delimiter: made },
    };
  const columns = reading.columns.map((column, at) => {
    const kind = declared[at];
    return kind === undefined ? column : declaredColumn(column, kind);
  });
  return {
    ...rest,
    reading: { ...reading, source, columns, nullWords: [], totalLabel: null },
    evidence: {
      ...evidence,
      delimiter: made,
      totals: { code: "totals.none", sure: true },
      empties: { code: "empties.none", sure: true },
    },
  };
}
