/** What SheetJS tells of a cell: kind, value, number format. */
export interface SheetCell {
  t: string;
  v?: unknown;
  z?: string | number;
}

interface Formats {
  is_date(format: string): boolean;
  parse_date_code(
    value: number,
    options?: { date1904?: boolean },
  ): { y: number; m: number; d: number; H: number; M: number; S: number } | null;
}

const ERRORS: Readonly<Record<number, string>> = {
  0: "",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

const two = (value: number): string => String(value).padStart(2, "0");
/** A format without words in quotes, colours and escapes, whose letters mean nothing. */
const bare = (format: string): string =>
  format.replace(/"[^"]*"|\\.|\[(?:[a-z]{3,}|\$[^\]]*)\]/gi, "").toLowerCase();

const hasDay = (format: string): boolean => /[dy]/.test(bare(format));
const hasTime = (format: string): boolean => /[hs]/.test(bare(format));

/** True when some date of the column has a time of day: all of them are written with one then. */
export function columnWithTime(cells: readonly (SheetCell | undefined)[]): boolean {
  return cells.some(
    (cell) =>
      cell?.t === "n" &&
      typeof cell.z === "string" &&
      hasDay(cell.z) &&
      hasTime(cell.z) &&
      typeof cell.v === "number" &&
      !Number.isInteger(cell.v),
  );
}

function numberText(
  value: number,
  format: string,
  timed: boolean,
  from1904: boolean,
  ssf: Formats,
) {
  if (format !== "" && ssf.is_date(format)) {
    if (hasDay(format)) {
      const at = ssf.parse_date_code(value, { date1904: from1904 });
      if (at === null) return String(value);
      const day = `${String(at.y).padStart(4, "0")}-${two(at.m)}-${two(at.d)}`;
      return timed ? `${day} ${two(at.H)}:${two(at.M)}:${two(at.S)}` : day;
    }
    if (hasTime(format)) {
      const seconds = Math.round(value * 86_400);
      return [seconds / 3_600, (seconds / 60) % 60, seconds % 60]
        .map((part) => two(Math.floor(part)))
        .join(":");
    }
  }
  // What is shown as 18,1 % is 0.181 in the file; it is read as it is shown, like in a text.
  if (/%/.test(bare(format))) return `${Number((value * 100).toPrecision(13))}%`;
  return String(Number(value.toPrecision(15)));
}

/** One cell as text: days and instants in ISO order, figures with a point, truth as true and false, errors as they are shown. */
export function sheetCell(
  cell: SheetCell | undefined,
  timed: boolean,
  from1904: boolean,
  ssf: Formats,
): string {
  const value = cell?.v;
  if (cell === undefined || value === undefined || value === null) return "";
  if (cell.t === "e") return ERRORS[Number(value)] ?? "#N/A";
  if (cell.t === "n" && typeof value === "number")
    return numberText(value, typeof cell.z === "string" ? cell.z : "", timed, from1904, ssf);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : "";
}
