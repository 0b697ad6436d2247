import { emptyQuery, type BuiltQuery, type Filter } from "#domain/analytics/builder/model.ts";
import { periodOf } from "#domain/analytics/overview/period.ts";
import { mainDate, measuresOf, roleOf } from "#domain/analytics/overview/roles.ts";
import type { ColumnProfile } from "#domain/analytics/profile.ts";
import { readFunction, takeLimit, takeRank } from "./figures.ts";
import { measureColumns, withFormula } from "./firm-words.ts";
import { foldText, scan } from "./fold.ts";
import { MONEY } from "./lexicon.ts";
import { adds, measuresFor, taxed, type FigureNames } from "./measure.ts";
import { takeGrain, takePeriod } from "./periods.ts";
import { withProfile, type FoundValue, type SuggestSource } from "./source.ts";
import { readWords, titleWords, type Mention, type Words } from "./words.ts";

/** What a text asks of one table. `ignored` are words that stand for nothing here. */
export interface Understood {
  source: SuggestSource;
  query: BuiltQuery;
  /** The more was understood the higher; for choosing among tables. */
  score: number;
  ignored: string[];
  /** Columns that the measure may have meant as well: TTC beside HT. */
  otherMeasures: ColumnProfile[];
}

export interface Around {
  /** YYYY-MM-DD. */
  today: string;
  values: readonly FoundValue[];
  names: FigureNames;
}

const LIST = /\b(?:liste[rz]?|list|lignes?|rows?|affiche[rz]?|details?|quels? sont les)\b/;
const WHICH = /^(?:(?:dans |in |pour |for )?(?:quels?|quelles?|which|what|qui|who)\b)/;

const latest = (column: ColumnProfile | undefined, today: string): string => {
  const max =
    typeof column?.max === "number" ? new Date(column.max).toISOString().slice(0, 10) : today;
  return max < today ? max : today;
};

function filtersOf(words: Words, table: string): Filter[] {
  const ref = (column: ColumnProfile) => ({ table, column: column.name });
  const filters: Filter[] = [];
  for (const { column, not, by } of words.mentions) {
    if (by) continue;
    if (roleOf(column) === "flag") filters.push({ type: "flag", column: ref(column), value: !not });
    else if (not) filters.push({ type: "empty", column: ref(column), empty: true });
  }
  // Several values of one column are alternatives; « sauf Lyon » leaves one out.
  for (const column of new Set(words.values.map((one) => one.column))) {
    const own = words.values.filter((one) => one.column === column);
    const values = [...new Set(own.map(({ value }) => value))];
    filters.push({ type: "values", column: ref(column), not: own.some(({ not }) => not), values });
  }
  return filters;
}

/** Columns that rows are grouped by: those said so, else what is ranked or asked for, else the one that is named. */
function groupsOf(words: Words, text: string, ranked: boolean, source: SuggestSource): Mention[] {
  const said = words.mentions.filter(({ by, column }) => by && roleOf(column) !== "measure");
  const titles = titleWords(source);
  const named = words.mentions.filter(
    ({ column, by, not, counted }) =>
      !by && !not && !counted && !adds(column) && !["time", "flag"].includes(roleOf(column)),
  );
  const isSubject = ({ column }: Mention): boolean =>
    foldText(column.name.replaceAll("_", " "))
      .split(" ")
      .some((word) => titles.has(word) || titles.has(`${word}s`));
  const first = named[0];
  if (first === undefined || said.some(({ column }) => column === first.column)) return said;
  if (ranked || WHICH.test(text))
    return said.length > 0 && isSubject(first) ? said : [...said, first];
  // Typed in short: « CA agence ».
  return said.length === 0 &&
    !isSubject(first) &&
    words.stems.length <= 4 &&
    !words.mentions.some(({ counted }) => counted)
    ? [first]
    : said;
}

/** Reads a text as a question about one table. Deterministic: words, names, values and nothing else. */
export function understand(text: string, source: SuggestSource, around: Around): Understood {
  const columns = source.columns.map(withProfile);
  const ref = (column: ColumnProfile) => ({ table: source.table, column: column.name });
  const folded = foldText(text);
  const reading = scan(folded);
  const time = mainDate(columns);
  const period =
    time === undefined ? null : takePeriod(reading, around.today, latest(time, around.today));
  const grain = time === undefined ? null : takeGrain(reading);
  const limit = takeLimit(reading);
  const rank = takeRank(reading);
  const asked = readFunction(reading.rest());
  const firm = measureColumns(source);
  const words = readWords(
    reading.rest(),
    /[a-z0-9]$/i.test(text),
    source,
    [...firm.keys(), ...columns],
    around.values,
  );
  const groups = groupsOf(
    words,
    folded,
    rank !== null && !/\b(?:chaque|each|every)\b/.test(folded),
    source,
  );
  const figures = words.mentions.filter(
    ({ column, by }) => adds(column) && (!by || roleOf(column) === "measure"),
  );
  const said = figures[0] && firm.get(figures[0].column);
  const isGrouped = groups.length > 0 || grain !== null;
  const bends = asked !== null && asked.fn !== "sum" && asked.fn !== "count";
  // What the firm defined is computed as it says; a mean, a share or a bound is asked of the column that it adds up.
  const added =
    bends ||
    (limit !== null && !isGrouped) ||
    (rank?.limit === null && !isGrouped && words.mentions[0]?.column === figures[0]?.column)
      ? columns.find(({ name }) => name === said?.adds)
      : undefined;
  const formula = added === undefined ? said : undefined;
  const figure =
    said === undefined
      ? figures[0] && taxed(figures[0].column, columns, folded)
      : (added ?? figures[0]?.column);
  const counted = words.mentions.find(
    (one) => one.counted && !adds(one.column) && roleOf(one.column) !== "flag",
  );
  const money = words.stems.some((word) => MONEY.has(word));
  const query: BuiltQuery = emptyQuery(source.table);
  query.filters = filtersOf(words, source.table);
  if (time !== undefined && period !== null)
    query.filters.push({ type: "days", column: ref(time), ...period });

  const plain =
    asked === null &&
    rank === null &&
    !isGrouped &&
    figure === undefined &&
    (LIST.test(folded) || limit !== null || !money);
  // « Le plus gros budget » is one number; « le plus gros client » a ranking.
  const each =
    rank !== null &&
    rank.limit === null &&
    figure === undefined &&
    /\b(?:chaque|each|every)\b/.test(folded);
  const extreme =
    rank !== null &&
    rank.limit === null &&
    figure !== undefined &&
    formula === undefined &&
    words.mentions[0]?.column === figures[0]?.column;
  if (!plain) {
    query.measures = measuresFor({
      table: source.table,
      fn: extreme || each ? (rank.descending ? "max" : "min") : asked?.fn,
      figure,
      counted: counted?.column,
      implied: rank !== null || grain === "auto" || money,
      columns,
      names: around.names,
    });
    if (formula !== undefined) query.measures = withFormula(query.measures, source.table, formula);
    if (time !== undefined && grain !== null) {
      const part =
        grain === "auto" ? periodOf(Number(time.min ?? 0), Number(time.max ?? 4e10)) : grain;
      if (part !== "hour" || time.kind === "timestamp")
        query.groups.push({ column: ref(time), part });
    }
    for (const column of new Set(groups.map((group) => group.column)))
      if (column !== counted?.column && column !== time)
        query.groups.push({ column: ref(column), part: null });
  }
  const target = figure ?? measuresOf(columns)[0];
  if (limit !== null && query.groups.length > 0) query.having.push({ at: 0, ...limit });
  else if (limit !== null && target !== undefined)
    query.filters.push({ type: "number", column: ref(target), ...limit });
  if (rank !== null && !extreme && !each && query.groups.length > 0 && query.measures.length > 0) {
    // « Quelle agence » asks for one, « les meilleurs clients » for some.
    query.limit =
      rank.limit ??
      (/^(?:dans |in )?(?:quel |quelle |which |what |qui |who )/.test(`${folded} `) &&
      !/^quels|^quelles/.test(folded)
        ? 1
        : 10);
    query.sort = [{ by: { type: "measure", at: 0 }, descending: rank.descending }];
  }
  // A line over time has no use for rows without a date.
  if (time !== undefined && grain !== null && period === null && query.groups.length > 0)
    query.filters.unshift({ type: "empty", column: ref(time), empty: false });

  const parts = [period, grain, limit, rank, asked].filter((part) => part !== null).length;
  const titles = titleWords(source);
  const score =
    words.mentions.reduce((sum, one) => sum + one.score, 0) +
    words.values.length +
    parts * 0.3 +
    (words.stems.some((word) => word.length > 2 && titles.has(word)) ? 0.7 : 0) -
    words.ignored.length * 0.6;
  return {
    source,
    query,
    score,
    ignored: [
      ...words.ignored.filter((word) => !(money && MONEY.has(word))),
      ...(formula !== undefined && bends ? asked.words : []),
    ],
    otherMeasures:
      said === undefined
        ? (figures[0]?.others.filter((one) => adds(one) && !firm.has(one)) ?? [])
        : [],
  };
}
