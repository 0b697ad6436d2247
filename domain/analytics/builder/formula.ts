import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { isSign, sqlTokens, type Token } from "#domain/analytics/sql/tokens.ts";
import type { QuerySchema } from "./check.ts";
import type { ComputedColumn, Measure } from "./model.ts";

type Formula = NonNullable<Measure["formula"]>;

const isName = (token: Token | undefined): token is Token =>
  token?.kind === "word" || token?.kind === "name";
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Whether a text of SQL speaks of a name, in whatever case. */
export const namesIt = (sql: string, name: string): boolean =>
  sqlTokens(sql).some((token) => isName(token) && same(token.text, name));

/** A text of SQL in which a name is another one. */
export function renamedIn(sql: string, from: string, to: string): string {
  let text = sql;
  for (const token of sqlTokens(sql).toReversed())
    if (isName(token) && same(token.text, from))
      text = text.slice(0, token.at) + quoteIdentifier(to) + text.slice(token.end);
  return text;
}

const isLoose = ({ kind, text }: Token): boolean => kind === "sign" && /^['"]$/.test(text);

/** Why a text is not one expression: brackets or quotes that don't close, or several parts. Undefined where it is one. */
export function formulaFault(sql: string): "open" | "several" | undefined {
  const tokens = sqlTokens(sql);
  const count = (sign: string): number => tokens.filter((token) => isSign(token, sign)).length;
  const isOpen = tokens.some((token) => token.depth < 0 || isLoose(token));
  if (isOpen || count("(") !== count(")")) return "open";
  const parts = tokens.some(
    (token) => token.depth === 0 && (isSign(token, ",") || isSign(token, ";")),
  );
  return parts ? "several" : undefined;
}

const SIGNS = new Map([
  ["−", "-"],
  ["–", "-"],
  ["×", "*"],
  ["÷", "/"],
]);

/** The signs of arithmetic as a keyboard of paper has them (− × ÷) in those of SQL; text and names stay. */
export function plainSigns(sql: string): string {
  let text = sql;
  for (const { kind, text: sign, at, end } of sqlTokens(sql).toReversed()) {
    const plain = kind === "sign" ? SIGNS.get(sign) : undefined;
    if (plain !== undefined) text = text.slice(0, at) + plain + text.slice(end);
  }
  return text;
}

/**
 * The SQL of a formula, with what it says of `computed` columns written out. Beside other tables (`schema` given) its columns are
 * written with their table, so that a name that two tables have stays the one that was meant; text, calls and names that have a table
 * already stay as they are.
 */
export function formulaSql(
  { table, sql }: Formula,
  schema: QuerySchema | undefined,
  computed: readonly ComputedColumn[] = [],
): string {
  const columns = schema?.find((one) => one.table === table)?.columns ?? [];
  const tokens = sqlTokens(sql);
  let done = 0;
  let text = "";
  for (const [at, token] of tokens.entries()) {
    if (!isName(token) || token.at < done || isSign(tokens[at - 1], ".")) continue;
    const [dot, after] = tokens.slice(at + 1, at + 3);
    const column = isSign(dot, ".") && isName(after) ? after : undefined;
    if (token.kind === "word" && isSign(dot, "(")) continue;
    const own = column === undefined ? table : token.text;
    const made = computedSql(own, (column ?? token).text, schema, computed);
    const plain =
      column === undefined ? columns.find(({ name }) => same(name, token.text)) : undefined;
    if (made === undefined && plain === undefined) continue;
    text += sql.slice(done, token.at);
    text += made ?? `${quoteIdentifier(table)}.${quoteIdentifier(plain?.name ?? "")}`;
    done = (column ?? token).end;
  }
  return whole(text + sql.slice(done));
}

/** The SQL of a computed column, each in terms of those before it alone; undefined where there is none of that name. */
export function computedSql(
  table: string,
  name: string,
  schema: QuerySchema | undefined,
  computed: readonly ComputedColumn[],
): string | undefined {
  const at = computed.findIndex((one) => same(one.table, table) && same(one.name, name));
  const found = computed[at];
  return found && formulaSql(found, schema, computed.slice(0, at));
}

/** In brackets unless it is one call: whatever stands beside it leaves it whole, also after a comment at its end. */
const whole = (sql: string): string => {
  if (/^\w+\([^()]*\)$/.test(sql)) return sql;
  return sql.includes("--") ? `(${sql}\n)` : `(${sql})`;
};
