import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { isSign, sqlTokens } from "#domain/analytics/sql/tokens.ts";
import type { QuerySchema } from "./check.ts";
import type { Measure } from "./model.ts";

/**
 * The SQL of a formula. Beside other tables (`schema` given) its columns are written with their table, so that a name that two tables
 * have stays the one that was meant; text, calls and names that have a table already stay as they are.
 */
export function formulaSql(
  { table, sql }: NonNullable<Measure["formula"]>,
  schema: QuerySchema | undefined,
): string {
  const columns = schema?.find((one) => one.table === table)?.columns;
  if (columns === undefined) return whole(sql);
  const own = new Map(columns.map(({ name }) => [name.toLowerCase(), name]));
  const tokens = sqlTokens(sql);
  let done = 0;
  let text = "";
  for (const [at, token] of tokens.entries()) {
    const name =
      token.kind === "word" || token.kind === "name"
        ? own.get(token.text.toLowerCase())
        : undefined;
    const isCall = token.kind === "word" && isSign(tokens[at + 1], "(");
    const hasTable = isSign(tokens[at - 1], ".") || isSign(tokens[at + 1], ".");
    if (name === undefined || isCall || hasTable) continue;
    text += `${sql.slice(done, token.at)}${quoteIdentifier(table)}.${quoteIdentifier(name)}`;
    done = token.end;
  }
  return whole(text + sql.slice(done));
}

/** In brackets unless it is one call: whatever stands beside it leaves it whole, also after a comment at its end. */
const whole = (sql: string): string => (/^\w+\([^()]*\)$/.test(sql) ? sql : `(${sql}\n)`);
