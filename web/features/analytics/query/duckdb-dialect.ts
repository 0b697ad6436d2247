import { SQLDialect } from "@codemirror/lang-sql";

/** Functions that the editor offers; each works without an extension. */
export const FUNCTIONS = `abs approx_count_distinct approx_quantile arg_max arg_min avg ceil coalesce concat concat_ws contains corr count cume_dist
    date_diff date_part date_trunc day dayname dense_rank epoch_ms exp first_value floor format greatest histogram if ifnull isodow
    lag last_day last_value lead least left length ln log lower lpad ltrim max median min mode month monthname ntile nullif
    percent_rank power quantile_cont quarter rank regexp_extract regexp_matches regexp_replace replace reverse right round row_number
    rpad rtrim split_part sqrt starts_with stddev strftime string_agg strptime strip_accents substring sum trim try_strptime upper
    variance week weekday year`;

/** What the editor knows of DuckDB's SQL: words of reads, since nothing else is run, and functions that need no extension. */
export const duckDb = SQLDialect.define({
  identifierQuotes: '"',
  operatorChars: "+-*/%<>=~!^&|:@",
  keywords: `select from where group by order having limit offset distinct on all as with recursive union intersect except
    join left right full outer inner cross asof positional lateral natural using and or not in is between like ilike similar to exists
    case when then else end asc desc nulls first last over partition rows range unbounded preceding following current row window
    qualify filter exclude replace columns pivot unpivot sample tablesample values describe summarize interval cast try_cast any
    escape within ordinality`,
  types: `bigint boolean date decimal double float hugeint integer real smallint time timestamp tinyint varchar`,
  builtin: FUNCTIONS,
});
