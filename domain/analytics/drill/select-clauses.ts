import {
  atCommas,
  isSign,
  isWord,
  sqlTokens,
  written,
  type Token,
} from "#domain/analytics/sql/tokens.ts";

/** Why a text is none that can be taken apart. */
export type Unclear = "not-select" | "set" | "no-from" | "distinct" | "grouping" | "limit";

/** One plain SELECT, cut at its clauses; each part is text of the person, unchanged. */
export interface SelectClauses {
  /** `WITH … ` before it, or nothing. */
  named: string;
  names: ReadonlySet<string>;
  items: readonly Item[];
  from: string;
  fromTokens: readonly Token[];
  where: string | null;
  grouped: boolean;
  /** Whether groups or rows are left out of what was found: by HAVING, QUALIFY, LIMIT or OFFSET. */
  fewer: boolean;
}

/** One expression of the list without its alias. */
export interface Item {
  text: string;
  tokens: readonly Token[];
}

const CLAUSES = ["where", "group", "having", "window", "qualify", "order", "limit", "offset"];
const SETS = ["union", "intersect", "except"];
/** Words that end an expression rather than name it. */
const NO_ALIAS = ["end", "null", "true", "false"];
/** Words after which another part of the expression comes. */
const OPENING =
  "and or not like ilike is in between then else when case distinct interval over date time timestamp from by as collate escape similar glob any all";

/** An item without `AS name`, a bare name behind it, or `name:` before it. */
function withoutAlias(tokens: readonly Token[]): readonly Token[] {
  const [last, before] = [tokens.at(-1), tokens.at(-2)];
  if (isSign(tokens[1], ":")) return tokens.slice(2);
  if (last === undefined || before === undefined) return tokens;
  if (last.kind !== "name" && (last.kind !== "word" || isWord(last, ...NO_ALIAS))) return tokens;
  if (isWord(before, "as")) return tokens.slice(0, -2);
  const follows =
    isSign(tokens.at(-3), "::") ||
    (before.kind === "sign"
      ? before.text === ")" || before.text === "]"
      : !isWord(before, ...OPENING.split(" ")));
  return follows ? tokens.slice(0, -1) : tokens;
}

/** Where the clause of a keyword begins, at the depth of the SELECT itself. */
function clause(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.depth !== 0) return false;
  if (isWord(token, "using")) return isWord(tokens[at + 1], "sample");
  if (isWord(token, "group", "order")) return isWord(tokens[at + 1], "by");
  return isWord(token, ...CLAUSES);
}

/** `a IS DISTINCT FROM b` is no FROM clause. */
const isFrom = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.depth === 0 && isWord(tokens[at], "from") && !isWord(tokens[at - 1], "distinct");

/**
 * Cuts one SELECT at its clauses, by words and brackets alone: nothing of it is understood beyond that, so whoever uses the parts must have
 * the engine confirm what they say.
 */
export function selectClauses(sql: string): SelectClauses | Unclear {
  const tokens = sqlTokens(sql);
  while (isSign(tokens.at(-1), ";")) tokens.pop();
  const select = tokens.findIndex(
    (token, at) => token.depth === 0 && (isWord(token, "select") || isFrom(tokens, at)),
  );
  const head = isWord(tokens[0], "with") || select === 0;
  if (!head || !isWord(tokens[select], "select")) return "not-select";
  if (tokens.some((token) => token.depth === 0 && isWord(token, ...SETS))) return "set";
  if (isWord(tokens[select + 1], "distinct")) return "distinct";
  const from = tokens.findIndex((_, at) => at > select && isFrom(tokens, at));
  if (from < 0) return "no-from";
  const starts = tokens.flatMap((_, at) => (at > from && clause(tokens, at) ? [at] : []));
  const end = starts[0] ?? tokens.length;
  const fromTokens = tokens.slice(from + 1, end);
  const part = (word: string): Token[] => {
    const at = starts.find((start) => isWord(tokens[start], word));
    if (at === undefined) return [];
    return tokens.slice(at + 1, starts.find((start) => start > at) ?? tokens.length);
  };
  const group = part("group").slice(1);
  if (group.some((token) => isWord(token, "rollup", "cube", "grouping", "sets"))) return "grouping";
  const sampled =
    starts.some((at) => isWord(tokens[at], "using")) ||
    fromTokens.some((token) => isWord(token, "tablesample"));
  if (sampled) return "limit";
  const where = part("where");
  const list = tokens.slice(select + 1 + Number(isWord(tokens[select + 1], "all")), from);
  return {
    named: sql.slice(0, tokens[select]?.at ?? 0),
    names: new Set(
      tokens.flatMap((token, at) =>
        at < select && token.depth === 0 && token.kind !== "sign" && isWord(tokens[at + 1], "as")
          ? [token.text.toLowerCase()]
          : [],
      ),
    ),
    items: atCommas(list).map((item) => {
      const own = withoutAlias(item);
      return { text: written(sql, own), tokens: own };
    }),
    from: written(sql, fromTokens),
    fromTokens,
    where: where.length === 0 ? null : written(sql, where),
    grouped: group.length > 0,
    fewer: starts.some((at) => isWord(tokens[at], "having", "qualify", "limit", "offset")),
  };
}
