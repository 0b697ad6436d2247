import { closest } from "#domain/analytics/sql/closest.ts";
import type { Place } from "#domain/analytics/sql/place.ts";
import type { Refusal } from "#domain/analytics/sql/refusal.ts";
import type { Format } from "#web/lib/format.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";
import { FUNCTIONS } from "./duckdb-dialect.ts";

type Words = Dictionary["analytics"]["query"]["advice"];

/** A table that is known, but can't be read here. */
export interface Unread {
  table: string;
  /** In a sentence or two, with what mends it. */
  why: string;
}

/** What a query could have meant: the table of the file and its columns. */
export interface Known {
  table: string;
  columns: readonly string[];
  /** All tables, where there are several. */
  tables?: readonly string[] | undefined;
  unread?: readonly Unread[] | undefined;
}

/** Tables that are named when none is close to what was meant. */
const MOST_TABLES = 6;

const functions = (): string[] => FUNCTIONS.split(/\s+/);

function kindOf(type: string, t: Words): string {
  if (/^(?:VARCHAR|STRING)/.test(type)) return t.kinds.text;
  if (/^(?:U?\w*INT\w*|DOUBLE|FLOAT|DECIMAL)/.test(type)) return t.kinds.number;
  if (/^(?:DATE|TIMESTAMP)/.test(type)) return t.kinds.date;
  return type === "BOOLEAN" ? t.kinds.boolean : t.kinds.other;
}

/** Says what is wrong with a query and how to mend it, in the person's language. `sql` is the text that was refused. */
export function refusalText(
  refusal: Refusal,
  { sql, known, t, f }: { sql: string; known: Known; t: Words; f: Format },
): string {
  const join = (names: readonly string[], link: Words["or"]): string =>
    names.length < 2
      ? (names[0] ?? "")
      : link(names.slice(0, -1).join(", "), names[names.length - 1] ?? "");
  const names = (list: readonly string[]): string =>
    join(
      list.map((name) => t.name(name)),
      t.or,
    );
  const mend = (list: readonly string[], otherwise: string): string =>
    list.length > 0 ? t.didYouMean(names(list)) : otherwise;
  const at = ({ line, column }: Place): string => t.at(f.number(line), f.number(column));

  switch (refusal.code) {
    case "not-a-read":
      return t.notARead;
    case "blocked":
      return t.blocked;
    case "extension":
      return t.extension(refusal.name);
    case "unknown-column": {
      const near = closest(refusal.name, [...known.columns, ...refusal.candidates]);
      const quoted = near.length === 0 && sql.includes(`"${refusal.name}"`);
      const otherwise = quoted ? t.textQuotes(refusal.name) : t.seeColumns;
      return `${t.column(refusal.name)} ${mend(near, otherwise)}`;
    }
    case "unknown-table": {
      const wanted = refusal.name.toLowerCase();
      const unread = known.unread ?? [];
      const found = unread.find(({ table }) => table.toLowerCase() === wanted);
      if (found) return found.why;
      const tables = [...new Set([known.table, ...(known.tables ?? [])])];
      const others = [...unread.map(({ table }) => table), ...refusal.candidates];
      const near = closest(refusal.name, [...tables, ...others]);
      const here = join(tables.slice(0, MOST_TABLES).map(t.name), t.and);
      const own = tables.length > 1 ? t.tables(here) : t.ownTable(known.table);
      return `${t.table(refusal.name)} ${mend(near, own)}`;
    }
    case "unknown-function": {
      const near = closest(refusal.name, [...functions(), ...refusal.candidates]);
      if (near[0] === refusal.name) return t.window(refusal.name);
      return `${t.function(refusal.name)} ${mend(near, t.seeFunctions)}`;
    }
    case "unknown-type":
      return `${t.type(refusal.name)} ${t.types}`;
    case "ambiguous":
      return `${t.ambiguous(refusal.name)} ${t.chooseOne(names(refusal.candidates))}`;
    case "syntax": {
      const { near, place } = refusal;
      return `${place ? t.syntaxAt(near, at(place)) : t.syntax(near)} ${t.lookBefore}`;
    }
    case "ends-early":
      return t.endsEarly;
    case "unclosed": {
      const words = t.unclosed[refusal.what];
      return refusal.place ? t.sentenceAt(words, at(refusal.place)) : t.sentence(words);
    }
    case "conversion": {
      const value = refusal.value.length > 60 ? `${refusal.value.slice(0, 60)}…` : refusal.value;
      return `${t.conversion[refusal.wanted](value)} ${t.tryCast[refusal.wanted]}`;
    }
    case "date-part":
      return t.datePart(refusal.name);
    case "types": {
      if (refusal.types.length === 0) return t.noArguments(refusal.name);
      const kinds = refusal.types.map((type) => kindOf(type, t));
      const hint = kinds.includes(t.kinds.text) ? t.argumentsText : t.argumentsCheck;
      return `${t.arguments(refusal.name, join(kinds, t.and))} ${hint}`;
    }
    case "group":
      return t.group(refusal.name);
    case "aggregate-in":
      return t.aggregateIn(refusal.clause);
    case "window-in":
      return t.windowIn(refusal.clause);
    case "nested-aggregate":
      return t.nested;
    case "out-of-range":
      return t.outOfRange;
    case "several-rows":
      return t.severalRows;
    case "unequal-columns":
      return t.unequalColumns;
    case "other":
      return t.other;
    default:
      return refusal satisfies never;
  }
}
