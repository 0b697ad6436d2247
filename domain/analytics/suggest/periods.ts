import type { DatePart } from "#domain/analytics/builder/model.ts";
import { iso, presetDays, type Days } from "#domain/analytics/builder/presets.ts";
import type { Scan } from "./fold.ts";
import { MONTHS } from "./lexicon.ts";

/** A span of days; an end that is null is open. */
export interface Span {
  from: string | null;
  to: string | null;
}

const ORDINALS: Readonly<Record<string, number>> = {
  premier: 1,
  first: 1,
  deuxieme: 2,
  second: 2,
  troisieme: 3,
  third: 3,
  quatrieme: 4,
  fourth: 4,
};
const MONTH = MONTHS.map(([names]) => names).join("|");
const YEAR = String.raw`(?:19|20)\d\d`;
/** A day, a quarter, a month or a year, as one group. */
const POINT = String.raw`((?:le )?\d{1,2}(?:er)?[/ -](?:\d{1,2}|${MONTH})[/ -]${YEAR}|${YEAR}-\d\d-\d\d|[tqsh][1-4](?: ?${YEAR})?|(?:[1-4](?:er|e|eme|st|nd|rd|th)?|${Object.keys(ORDINALS).join("|")}) (?:trimestre|quarter|semestre|half)(?: (?:of |de |in )?${YEAR})?|(?:${MONTH})\.?(?: ${YEAR})?|${YEAR})`;
const BY = String.raw`\b(?:par|by|per|chaque|each|every|a chaque|et par|and by)`;

const monthOf = (text: string): number | undefined =>
  MONTHS.find(([names]) => new RegExp(String.raw`\b(?:${names})\b`).test(text))?.[1];

/** The days of one point in time. A month or quarter without a year is the last one that began by `anchor` (YYYY-MM-DD). */
function daysOf(text: string, anchor: string): Days | null {
  const [anchorYear, anchorMonth] = [Number(anchor.slice(0, 4)), Number(anchor.slice(5, 7)) - 1];
  const year = new RegExp(YEAR).exec(text)?.[0];
  const numeric = /(\d{1,2})(?:er)?[/ -](\d{1,2})[/ -](\d{4})/.exec(text);
  const exact = /(\d{4})-(\d\d)-(\d\d)/.exec(text);
  const month = monthOf(text);
  const worded = /\b(\d{1,2})(?:er)? [a-z]/.exec(text);
  if (exact !== null) return { from: exact[0], to: exact[0] };
  if (numeric !== null) {
    const day = iso(Number(numeric[3]), Number(numeric[2]) - 1, Number(numeric[1]));
    return { from: day, to: day };
  }
  const part = new RegExp(
    String.raw`\b(?:([tqsh])([1-4])|([1-4])(?:er|e|eme|st|nd|rd|th)? (trim|quart|sem|half)|(${Object.keys(ORDINALS).join("|")}) (trim|quart|sem|half))`,
  ).exec(text);
  if (month === undefined && part !== null) {
    const months = /^[sh]/.test(part[1] ?? part[4] ?? part[6] ?? "") ? 6 : 3;
    const first = (Number(part[2] ?? part[3] ?? ORDINALS[part[5] ?? ""] ?? 1) - 1) * months;
    if (first > 11) return null;
    const own = year === undefined ? (first > anchorMonth ? anchorYear - 1 : anchorYear) : +year;
    return { from: iso(own, first, 1), to: iso(own, first + months, 0) };
  }
  if (month === undefined)
    return year === undefined ? null : { from: `${year}-01-01`, to: `${year}-12-31` };
  const own = year === undefined ? (month > anchorMonth ? anchorYear - 1 : anchorYear) : +year;
  if (worded !== null && year !== undefined) {
    const day = iso(own, month, Number(worded[1]));
    return { from: day, to: day };
  }
  return { from: iso(own, month, 1), to: iso(own, month + 1, 0) };
}

const NAMED: readonly [RegExp, Parameters<typeof presetDays>[0]][] = [
  [/\b(?:aujourd hui|today)\b/, "today"],
  [/\b(?:ce mois(?: ci)?|mois en cours|this month|current month)\b/, "thisMonth"],
  [
    /\b(?:(?:le )?mois (?:dernier|passe|precedent)|dernier mois|last month|previous month)\b/,
    "lastMonth",
  ],
  [/\b(?:ce trimestre|trimestre en cours|this quarter|current quarter)\b/, "thisQuarter"],
  [
    /\b(?:trimestre (?:dernier|passe|precedent)|dernier trimestre|last quarter|previous quarter)\b/,
    "lastQuarter",
  ],
  [/\b(?:cette annee|annee en cours|this year|current year|year to date|ytd)\b/, "thisYear"],
  [
    /\b(?:annee (?:derniere|passee|precedente)|an (?:dernier|passe)|derniere annee|last year|previous year)\b/,
    "lastYear",
  ],
];

/** Takes a span of days out of a text. `today` holds for relative words, `anchor` for months without a year. */
export function takePeriod(text: Scan, today: string, anchor: string): Span | null {
  const rolling = text.take(
    /\b(?:(?:les |des |over the |in the )?(\d{1,3}) derni(?:er|ere)s? (jour|semaine|mois|an|annee)s?|(?:the )?(?:last|past) (\d{1,3}) (?:(?:complete|full) )?(day|week|month|year)s?)\b( complets?)?/,
  );
  if (rolling !== null) {
    const whole = rolling[5] !== undefined || /complete|full/.test(rolling[0]);
    return back(Number(rolling[1] ?? rolling[3]), rolling[2] ?? rolling[4] ?? "", today, whole);
  }
  for (const [pattern, preset] of NAMED)
    if (text.take(pattern) !== null) return presetDays(preset, today);
  if (
    text.take(/\b(?:depuis le debut de l annee|since the (?:start|beginning) of the year)\b/) !==
    null
  )
    return { from: `${today.slice(0, 4)}-01-01`, to: null };
  const between = text.take(
    new RegExp(
      String.raw`\b(?:entre|between|de|du|from) (?:le |the )?${POINT} (?:et|and|a|au|to|jusqu(?: ?en| ?a)?|until) (?:le |the )?${POINT}(?= )`,
    ),
  );
  if (between !== null) {
    const to = daysOf(between[2] ?? "", anchor);
    // In « de janvier à mars 2025 », the year is that of both.
    const year = new RegExp(YEAR).exec(between[2] ?? "")?.[0];
    const first = between[1] ?? "";
    const from = daysOf(new RegExp(YEAR).test(first) || !year ? first : `${first} ${year}`, anchor);
    if (from !== null && to !== null) return { from: from.from, to: to.to };
  }
  const through = text.take(
    new RegExp(String.raw`(?<= )((?:${MONTH})) (?:a|to) ((?:${MONTH})(?: ${YEAR})?)(?= )`),
  );
  if (through !== null) {
    const to = daysOf(through[2] ?? "", anchor);
    const from = daysOf(`${through[1]} ${to?.from.slice(0, 4) ?? ""}`, anchor);
    if (from !== null && to !== null) return { from: from.from, to: to.to };
  }
  const since = text.take(
    new RegExp(
      String.raw`\b(?:depuis|since|a partir d[eu]|a compter d[eu]|from|starting(?: in)?|des) ${POINT}(?= )`,
    ),
  );
  if (since !== null) return { from: daysOf(since[1] ?? "", anchor)?.from ?? null, to: null };
  const after = text.take(new RegExp(String.raw`\b(?:apres|after) ${POINT}(?= )`));
  if (after !== null) {
    const end = daysOf(after[1] ?? "", anchor)?.to;
    return end === undefined ? null : { from: dayAfter(end), to: null };
  }
  const before = text.take(new RegExp(String.raw`\b(?:avant|before) ${POINT}(?= )`));
  if (before !== null) {
    const start = daysOf(before[1] ?? "", anchor)?.from;
    return start === undefined ? null : { from: null, to: dayAfter(start, -1) };
  }
  const until = text.take(
    new RegExp(String.raw`\b(?:jusqu (?:en|a|au)|until|up to) ${POINT}(?= )`),
  );
  if (until !== null) return { from: null, to: daysOf(until[1] ?? "", anchor)?.to ?? null };
  const within = text.take(
    new RegExp(
      String.raw`(?:\b(?:en|in|au|de|d|du|sur|pour|of|for|during|le|on|annee|l annee|the year|mois d[e]?) )?\b${POINT}(?= )`,
    ),
  );
  return within === null ? null : daysOf(within[1] ?? "", anchor);
}

const dayAfter = (day: string, by = 1): string =>
  new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);

/** The last days, weeks, months or years up to today; of whole months and years, those that are over. */
function back(count: number, unit: string, today: string, whole: boolean): Span {
  if (/^(?:jour|day)/.test(unit)) return { from: dayAfter(today, 1 - count), to: today };
  if (/^(?:semaine|week)/.test(unit)) return { from: dayAfter(today, 1 - 7 * count), to: today };
  const [year = 0, month = 1, day = 1] = today.split("-").map(Number);
  const months = /^(?:mois|month)/.test(unit) ? count : 12 * count;
  if (whole) return { from: iso(year, month - 1 - months, 1), to: iso(year, month - 1, 0) };
  return { from: dayAfter(iso(year, month - 1 - months, day)), to: today };
}

const GRAINS: readonly [RegExp, DatePart | "auto"][] = [
  [
    new RegExp(String.raw`(?:${BY} )?\b(?:jour de (?:la )?semaine|day of (?:the )?week|weekday)\b`),
    "weekday",
  ],
  [
    new RegExp(
      String.raw`${BY} (?:jour|day)s?\b|\b(?:quotidien|quotidienne|journalier|journaliere|daily)s?\b`,
    ),
    "day",
  ],
  [new RegExp(String.raw`${BY} (?:semaine|week)s?\b|\b(?:hebdomadaires?|hebdo|weekly)\b`), "week"],
  [
    new RegExp(
      String.raw`${BY} (?:mois|months?)\b|\bmois par mois\b|\bmonth (?:by|over) month\b|\b(?:mensuel|mensuelle)s?\b|\bmensuellement\b|\bmonthly\b`,
    ),
    "month",
  ],
  [
    new RegExp(
      String.raw`${BY} (?:trimestre|quarter)s?\b|\b(?:trimestriel|trimestrielle)s?\b|\bquarterly\b`,
    ),
    "quarter",
  ],
  [
    new RegExp(
      String.raw`${BY} (?:ans?|annees?|years?)\b|\b(?:annuel|annuelle)s?\b|\b(?:yearly|annually)\b`,
    ),
    "year",
  ],
  [new RegExp(String.raw`${BY} (?:heure|hour)s?\b|\bhourly\b`), "hour"],
  [
    /\b(?:evolution|evolue\w*|tendances?|trends?|over time|au fil du temps|dans le temps|au cours du temps|courbe|progression|historique|history)\b/,
    "auto",
  ],
];

/** Takes the step of time that a text groups by, `auto` where it only says that there is one. */
export function takeGrain(text: Scan): DatePart | "auto" | null {
  let found: DatePart | "auto" | null = null;
  // « évolution par mois » says both; the step wins.
  for (const [pattern, grain] of GRAINS) if (text.take(pattern) !== null) found ??= grain;
  return found;
}
