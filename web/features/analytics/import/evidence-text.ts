import type { Evidence } from "#domain/analytics/reading.ts";
import type { Format } from "#web/lib/format.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";

type Words = Dictionary["analytics"]["evidence"];

const percent = (share: number, f: Format): string =>
  f.percent(Math.floor(share * 1_000) * 10, share === 1 ? 0 : 1);

/** Says in words why something was decided. */
export function evidenceText(evidence: Evidence, t: Words, f: Format): string {
  if (isPlain(evidence)) return t[PLAIN[evidence.code]];
  switch (evidence.code) {
    case "delimiter.consistent":
      return t.columns(f.number(evidence.columns), percent(evidence.share, f));
    case "delimiter.uncut":
      return t.uncut(evidence.lines, f.number(evidence.lines), f.number(evidence.columns));
    case "numbers.unread":
    case "dates.unread":
      return t.unread(evidence.lines, f.number(evidence.lines));
    case "numbers.among":
    case "dates.among":
      return t.among(evidence.sample);
    case "numbers.mixed":
      return t.otherSign(evidence.sample);
    case "dates.proved":
      return t.oneWay(evidence.sample);
    case "dates.mixed":
      return t.otherWay(evidence.sample);
    case "dates.regional":
      return t.regional(evidence.sample);
    case "numbers.seen":
      return t.seen(evidence.sample);
    case "numbers.ambiguous":
    case "dates.ambiguous":
      return t.bothWays(evidence.sample);
    case "header.titles":
      return t.titles(evidence.lines, f.number(evidence.lines));
    case "totals.found":
      return t.total(evidence.label);
    case "empties.words":
      return t.words(evidence.words.join(", "));
    default:
      return evidence satisfies never;
  }
}

const PLAIN = {
  "delimiter.declared": "declared",
  "delimiter.single": "single",
  "delimiter.prose": "prose",
  "numbers.none": "noDecimals",
  "dates.iso": "iso",
  "dates.none": "noDates",
  "encoding.bom": "bom",
  "encoding.valid": "valid",
  "encoding.ascii": "ascii",
  "encoding.guessed": "guessed",
  "header.types": "types",
  "header.double": "double",
  "header.looks": "looks",
  "header.missing": "missing",
  "totals.none": "noTotal",
  "empties.none": "noTotal",
} as const;

type Plain = Extract<Evidence, { code: keyof typeof PLAIN }>;
const isPlain = (evidence: Evidence): evidence is Plain => evidence.code in PLAIN;
