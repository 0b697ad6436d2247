import type { Reading } from "#domain/analytics/reading.ts";
import type { Reject } from "#web/features/analytics/engine/rejects.ts";
import type { Format } from "#web/lib/format.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";

type Words = Dictionary["analytics"]["rejects"];

/** Why a line was set aside, in a few words. */
export function rejectText({ reason }: Reject, reading: Reading, t: Words, f: Format): string {
  switch (reason.code) {
    case "missing":
    case "extra":
      return t.columns(reason.found, f.number(reason.found), f.number(reason.expected));
    case "cell":
      return cellReason(reading.columns[reason.column]?.kind, t);
    case "blank":
      return t.blank;
    case "quote":
      return t.quote;
    case "swallowed":
      return t.swallowedBy(f.number(reason.by));
    case "too-long":
      return t.tooLong;
    case "encoding":
      return t.encoding;
    case "other":
      return t.other;
    default:
      return reason satisfies never;
  }
}

function cellReason(kind: Reading["columns"][number]["kind"] | undefined, t: Words): string {
  if (kind === "date" || kind === "timestamp") return t.date;
  if (kind === "integer" || kind === "number") return t.number;
  return kind === "boolean" ? t.boolean : t.cell;
}

/** The raw line cut at what was wrong in it, so that this part can be marked; cut after 400 characters. */
export function markedRaw(reject: Reject): { before: string; marked: string; after: string } {
  const raw = reject.raw.slice(0, 400).replace(/[\r\n]+/g, " ⏎ ");
  const { reason } = reject;
  const value =
    reason.code === "cell"
      ? reason.value
      : reason.code === "quote"
        ? /"[^"]*$/.exec(raw)?.[0]
        : undefined;
  const at = value ? raw.indexOf(value) : -1;
  if (!value || at < 0) return { before: raw, marked: "", after: "" };
  return { before: raw.slice(0, at), marked: value, after: raw.slice(at + value.length) };
}
