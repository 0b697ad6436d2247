import type { ImportChoices } from "#domain/analytics/choices.ts";
import type {
  Decision,
  Encoding,
  Evidence,
  Evidences,
  Reading,
} from "#domain/analytics/reading.ts";
import { saysItself } from "#web/features/analytics/engine/open-file.ts";
import type { Format } from "#web/lib/format.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";
import type { Option } from "#web/ui/select.tsx";

/** One decision as the panel shows it: the value, what else it could be, and what a choice changes. */
export interface DecisionRow {
  key: Exclude<Decision, "empties"> | "part";
  value: string;
  options: Option<string>[];
  choose: (value: string) => Partial<ImportChoices>;
  /** None for what needs no reason. */
  evidence: Evidence | undefined;
  /** Set when the person chose it; says what had been detected. */
  instead: string | undefined;
}

const ENCODINGS: readonly Encoding[] = ["utf-8", "windows-1252", "utf-16le", "utf-16be"];

const labelIn = (options: readonly Option<string>[], value: string): string =>
  options.find((option) => option.value === value)?.label ?? value;
const headerLine = (one: Reading): string => String(one.header ? one.titleLines + 1 : 0);

/** The rows of the panel, in the order of the screen. */
export function decisionRows(
  evidence: Evidences,
  found: Reading,
  reading: Reading,
  choices: ImportChoices,
  t: Dictionary["analytics"],
  f: Format,
): DecisionRow[] {
  const o = t.options;
  const row = (
    key: Exclude<DecisionRow["key"], "part">,
    value: string,
    options: Option<string>[],
    choose: DecisionRow["choose"],
    detected: string,
    chosen: boolean,
  ): DecisionRow => ({
    key,
    value,
    options,
    choose,
    evidence: evidence[key],
    instead: chosen && detected !== value ? labelIn(options, detected) : undefined,
  });

  const delimiters: Option<string>[] = [
    { value: ";", label: o.semicolon },
    { value: ",", label: o.comma },
    { value: "\t", label: o.tab },
    { value: "|", label: o.pipe },
  ];
  if (!delimiters.some(({ value }) => value === reading.delimiter)) {
    delimiters.push({ value: reading.delimiter, label: o.otherDelimiter(reading.delimiter) });
  }
  const most = Math.max(5, reading.titleLines + 2);
  const headers: Option<string>[] = [
    ...Array.from({ length: most }, (_, at) => ({
      value: String(at + 1),
      label: o.headerLine(f.number(at + 1)),
    })),
    { value: "0", label: o.noHeader },
  ];
  const rows = [
    row(
      "delimiter",
      reading.delimiter,
      delimiters,
      (delimiter) => ({ delimiter, columns: {} }),
      found.delimiter,
      choices.delimiter !== undefined,
    ),
    row(
      "numbers",
      reading.numbers,
      [
        { value: "comma", label: o.numbersComma },
        { value: "point", label: o.numbersPoint },
      ],
      (value) => ({ numbers: value === "comma" ? "comma" : "point" }),
      found.numbers,
      choices.numbers !== undefined,
    ),
    row(
      "dates",
      reading.dates,
      [
        { value: "dmy", label: o.dmy },
        { value: "mdy", label: o.mdy },
      ],
      (value) => ({ dates: value === "mdy" ? "mdy" : "dmy" }),
      found.dates,
      choices.dates !== undefined,
    ),
    row(
      "encoding",
      reading.encoding,
      ENCODINGS.map((value) => ({ value, label: o[value] })),
      (value) => ({ encoding: ENCODINGS.find((one) => one === value) ?? "utf-8" }),
      found.encoding,
      choices.encoding !== undefined,
    ),
    row(
      "header",
      headerLine(reading),
      headers,
      (value) => ({ headerLine: Number(value), columns: {} }),
      headerLine(found),
      choices.headerLine !== undefined,
    ),
  ];
  if (reading.totalLabel !== null) {
    const totals = [
      { value: "exclude", label: o.excludeTotal },
      { value: "keep", label: o.keepTotal },
    ];
    rows.push(
      row(
        "totals",
        reading.totals,
        totals,
        (value) => ({ totals: value === "keep" ? "keep" : "exclude" }),
        "exclude",
        choices.totals !== undefined,
      ),
    );
  }
  return [...partRow(reading, found, o), ...rows.filter((one) => asked(one, reading))];
}

/** Which sheet or list of the file is read, where there are several. */
function partRow(
  { source }: Reading,
  found: Reading,
  o: Dictionary["analytics"]["options"],
): DecisionRow[] {
  if (source === undefined || source.parts.length < 2) return [];
  const detected = found.source?.part ?? source.part;
  return [
    {
      key: "part",
      value: source.part,
      options: source.parts.map((value) => ({ value, label: value || o.wholeDocument })),
      choose: (part) => ({ part, columns: {} }),
      evidence: undefined,
      instead: detected === source.part ? undefined : detected || o.wholeDocument,
    },
  ];
}

/** True for what the file leaves open: a workbook says its encoding and separator, JSON and Parquet all but the order of dates in texts. */
function asked({ key, evidence }: DecisionRow, reading: Reading): boolean {
  const isWritten = reading.columns.some(({ format }) => format !== undefined);
  if (evidence?.code === "dates.none" && !isWritten) return false;
  if (reading.source === undefined) return true;
  switch (key) {
    case "delimiter":
    case "encoding":
      return false;
    case "numbers":
      return reading.columns.some(({ style }) => style === "comma");
    case "dates":
      return reading.columns.some(({ format }) => format !== undefined && !format.startsWith("%Y"));
    case "header":
      return !saysItself(reading);
    case "part":
    case "totals":
      return true;
    default:
      return key satisfies never;
  }
}
