import { isSign, isWord, sqlTokens, written, type Token } from "#domain/analytics/sql/tokens.ts";
import { AGGREGATES } from "./aggregates.ts";
import type { Item, SelectClauses } from "./select-clauses.ts";

/**
 * Which rows of a question's FROM and WHERE stand behind figures of it: those of which `condition` (SQL) holds, all where it is null.
 * `unsure` says that more of them may count for nothing, by a CASE within the figure or in what it reads.
 */
export interface OwnRows {
  condition: string | null;
  unsure: boolean;
}

interface Aggregate {
  name: string;
  argument: readonly Token[];
  filter: string | null;
}

/** They count the rows of which their argument holds. */
const COUNTING: ReadonlySet<string> = new Set(["count_if", "countif"]);

export const isAggregate = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind !== "string" &&
  isSign(tokens[at + 1], "(") &&
  AGGREGATES.has(tokens[at]?.text.toLowerCase() ?? "");

function aggregatesOf({ text, tokens }: Item): Aggregate[] {
  const start = tokens[0]?.at ?? 0;
  const own = (part: readonly Token[]): string =>
    written(
      text,
      part.map((one) => ({ ...one, at: one.at - start, end: one.end - start })),
    );
  const closing = (open: number): number =>
    tokens.findIndex(
      (one, at) => at > open && isSign(one, ")") && one.depth === tokens[open]?.depth,
    );
  return tokens.flatMap((name, at): Aggregate[] => {
    if (!isAggregate(tokens, at)) return [];
    const argument = tokens.slice(at + 2, closing(at + 1));
    let next = closing(at + 1) + 1;
    if (isWord(tokens[next], "within") && isWord(tokens[next + 1], "group"))
      next = closing(next + 2) + 1;
    const chosen = isWord(tokens[next], "filter") && isSign(tokens[next + 1], "(");
    const inside = chosen ? tokens.slice(next + 2, closing(next + 1)) : [];
    const filter = isWord(inside[0], "where") ? inside.slice(1) : inside;
    return [{ name: name.text.toLowerCase(), argument, filter: chosen ? own(filter) : null }];
  });
}

/** Columns that a step before makes by a CASE: `… END AS name`. */
function casedNames({ named, fromTokens }: SelectClauses): ReadonlySet<string> {
  const names = [sqlTokens(named), fromTokens].flatMap((tokens) =>
    tokens.flatMap((token, at) => {
      if (!isWord(token, "end")) return [];
      const rest = tokens.slice(at + 1).filter((one) => !isSign(one, ")") && !isWord(one, "as"));
      return rest[0] === undefined ? [] : [rest[0].text.toLowerCase()];
    }),
  );
  return new Set(names);
}

/** The rows of some figures of a question, each an expression of its list that is made of aggregates. */
export function ownRows(clauses: SelectClauses, figures: readonly Item[]): OwnRows {
  const parts = figures.flatMap(aggregatesOf);
  const cased = casedNames(clauses);
  const doubtful = ({ name, argument }: Aggregate): boolean =>
    COUNTING.has(name) ||
    argument.some(
      (token, at) =>
        isWord(token, "case", "select") ||
        (isWord(token, "if") && isSign(argument[at + 1], "(")) ||
        (token.kind !== "string" && cased.has(token.text.toLowerCase())),
    );
  const filters = parts.flatMap(({ filter }) => filter ?? []);
  return {
    condition:
      parts.length > 0 && filters.length === parts.length
        ? [...new Set(filters)].map((one) => `(${one}\n)`).join(" OR ")
        : null,
    unsure: !parts.some((one) => one.filter === null && !doubtful(one)) && parts.some(doubtful),
  };
}
