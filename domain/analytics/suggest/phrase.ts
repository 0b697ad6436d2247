import type { BuiltQuery, Filter, Measure } from "#domain/analytics/builder/model.ts";
import { presetDays } from "#domain/analytics/builder/presets.ts";
import type { analyticsSuggest } from "#domain/i18n/fr/analytics-suggest.ts";
import { LOCALES, type Language, type Texts } from "#domain/i18n/texts.ts";
import { firstOfMonth } from "#domain/i18n/typography.ts";

type Words = Texts<typeof analyticsSuggest>;

const joined = (list: readonly string[], link: (first: string, second: string) => string): string =>
  list.length < 2 ? (list[0] ?? "") : link(list.slice(0, -1).join(", "), list.at(-1) ?? "");

/** A day in short: 1er janv. 2026. */
function dayText(day: string, language: Language): string {
  const parts = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  const format = new Intl.DateTimeFormat(LOCALES[language], parts);
  const text = format.format(new Date(`${day}T00:00:00Z`));
  return firstOfMonth(text, language);
}

/** What a measure computes, in words: « Somme de montant_ht ». */
export const measureText = ({ fn, column, label }: Measure, t: Words): string => {
  if (fn === "formula") return label;
  return column === null ? (fn === "share" ? t.rowsShare : t.rows) : t.measures[fn](column.column);
};

function daysText(from: string | null, to: string | null, t: Words, language: Language): string[] {
  const [first, last] = [from, to].map((day) => (day === null ? null : dayText(day, language)));
  if (from !== null && from === to) return [t.on(first ?? "")];
  if (first && last) return [t.within(first, last)];
  if (first) return [t.since(first)];
  return last ? [t.until(last)] : [];
}

function filterText(filter: Filter, t: Words, language: Language, today: string): string[] {
  const { column } = filter.column;
  const number = new Intl.NumberFormat(LOCALES[language]);
  switch (filter.type) {
    case "values": {
      const values = joined(
        filter.values.map((value) => value ?? "∅"),
        t.or,
      );
      return [filter.not ? t.isNot(column, values) : t.is(column, values)];
    }
    case "text":
      return [filter.op === "lacks" ? t.isNot(column, filter.text) : t.is(column, filter.text)];
    case "number":
      return [`${column} ${filter.op} ${number.format(filter.value)}`];
    case "range": {
      const ends = [
        ...(filter.from === null ? [] : [`≥ ${number.format(filter.from)}`]),
        ...(filter.to === null ? [] : [`≤ ${number.format(filter.to)}`]),
      ];
      return ends.length === 0 ? [] : [`${column} ${joined(ends, t.and)}`];
    }
    case "days":
      return daysText(filter.from, filter.to, t, language);
    case "preset": {
      const { from, to } = presetDays(filter.preset, today);
      return daysText(from, to, t, language);
    }
    case "flag":
      return [filter.value ? t.yes(column) : t.no(column)];
    case "empty":
      return filter.empty ? [t.empty(column)] : [];
    default:
      return filter satisfies never;
  }
}

/** A query as a question in full: « Somme de montant_ht par agence, depuis le 1er janv. 2026, les 10 premiers ». */
export function phraseOf(
  query: BuiltQuery,
  title: string,
  t: Words,
  language: Language,
  today: string,
): string {
  const number = new Intl.NumberFormat(LOCALES[language]);
  const what =
    query.measures.length === 0
      ? t.all(title)
      : joined(
          query.measures.map((measure) => measureText(measure, t)),
          t.and,
        );
  const groups = query.groups.map(({ column, part }) =>
    part === null ? column.column : t.parts[part],
  );
  const by = groups.length === 0 ? [] : [t.by(joined(groups, t.and))];
  const filters = query.filters.flatMap((filter) => filterText(filter, t, language, today));
  const having = query.having.map(({ op, value }) => `${op} ${number.format(value)}`);
  const down = query.sort[0]?.descending ?? true;
  const cut =
    query.limit === null || query.sort.length === 0
      ? []
      : [t[down ? "top" : "bottom"](query.limit, number.format(query.limit))];
  return [[what, ...by, ...having].join(" "), ...filters, ...cut].join(", ");
}
