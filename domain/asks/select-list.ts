import { closing } from "./select-parts.ts";
import { isSign, isWord, type Token } from "#domain/analytics/sql/tokens.ts";

/** Aggregates of which no value is a row's own, but for least and greatest numbers. */
const AGGREGATES = new Set(
  "count sum avg mean min max median quantile_cont quantile_disc stddev stddev_pop stddev_samp variance var_pop var_samp corr regr_slope count_star approx_count_distinct".split(
    " ",
  ),
);

/** What may stand inside an aggregate: nothing that can choose a row. */
const INSIDE = new Set("coalesce abs cast try_cast round decimal numeric varchar".split(" "));

/** What may stand in a list of columns beside aggregates. */
const BESIDE = new Set(
  `nullif greatest least floor ceil ceiling trunc sqrt ln log exp power pow sign if ifnull case
date_trunc date_part datepart extract year quarter month week day hour dayofweek weekday isodow isoyear monthname dayname strftime
make_date make_timestamp last_day date_diff datediff date_sub datesub date_add to_days to_months to_years epoch century
concat concat_ws lower upper trim ltrim rtrim substr substring left right length replace lpad rpad split_part
over partition lag lead rank dense_rank row_number ntile percent_rank cume_dist first_value last_value grouping
and or not in when then else as`
    .trim()
    .split(/\s+/),
);

const DECIDING = "case when if filter and or not in like ilike between is similar exists any all"
  .split(" ")
  .filter(Boolean);
const COMPARING = new Set([
  "=",
  "==",
  "<",
  ">",
  "<=",
  ">=",
  "<>",
  "!=",
  "~",
  "!~",
  "~~",
  "!~~",
  "?",
]);

/** Calls in a list of columns, by the position of their name. */
function callsIn(list: readonly Token[]): number[] {
  return list.flatMap((token, at) =>
    (token.kind === "word" || token.kind === "name") && isSign(list[at + 1], "(") ? [at] : [],
  );
}

/** Whether a function stands in the list that is not known to be harmless, such as `string_agg`. */
export function hasUnknownCall(list: readonly Token[]): boolean {
  return callsIn(list).some((at) => {
    const name = list[at]?.text.toLowerCase() ?? "";
    return !AGGREGATES.has(name) && !INSIDE.has(name) && !BESIDE.has(name);
  });
}

const decides = (token: Token): boolean =>
  token.kind === "string" ||
  isWord(token, ...DECIDING) ||
  (token.kind === "sign" && COMPARING.has(token.text));

/**
 * Whether a condition could choose single rows: in what aggregates take, or anywhere in an inner list, where an aggregate further out
 * takes it.
 */
export function hasCondition(list: readonly Token[], where: "aggregates" | "anywhere"): boolean {
  if (list.some((token) => isWord(token, "filter"))) return true;
  if (where === "anywhere") {
    const odd = callsIn(list).some((at) => isChoice(list[at]));
    return odd || list.some((token) => token.kind !== "string" && decides(token));
  }
  return callsIn(list).some((at) => {
    if (!AGGREGATES.has(list[at]?.text.toLowerCase() ?? "")) return false;
    const taken = list.slice(at + 2, closing(list, at + 1));
    const calls = callsIn(taken).some((inner) => {
      const name = taken[inner]?.text.toLowerCase() ?? "";
      return !INSIDE.has(name) && !AGGREGATES.has(name);
    });
    return calls || taken.some(decides);
  });
}

const isChoice = (token: Token | undefined): boolean =>
  ["nullif", "greatest", "least", "if", "sign", "case"].includes(token?.text ?? "");

/** Positions of the columns in which `min` or `max` stands. */
export function extremesOf(list: readonly Token[]): number[] {
  const base = list[0]?.depth ?? 0;
  const extremes = new Set<number>();
  let position = 0;
  list.forEach((token, at) => {
    if (token.depth === base && isSign(token, ",")) position += 1;
    if (["min", "max"].includes(token.text) && isSign(list[at + 1], "(")) extremes.add(position);
  });
  return [...extremes];
}
