import {
  atCommas,
  isSign,
  isWord,
  sqlTokens,
  written,
  type Token,
} from "#domain/analytics/sql/tokens.ts";

/** Some words of a text that stand together, as they were written. */
export interface Piece {
  text: string;
  tokens: readonly Token[];
}

/** One SELECT over one table, cut at its clauses. Places in `groups` and `order` are still as they were written. */
export interface Grouped {
  items: readonly (Piece & { alias: string | null })[];
  /** `ventes`, or `ventes AS v`. */
  from: string;
  /** Names that may stand before a column and its dot. */
  owners: readonly string[];
  where: Piece | null;
  /** Null: none. "all": `GROUP BY ALL`. */
  groups: readonly Piece[] | "all" | null;
  having: Piece | null;
  order: readonly Piece[];
  /** `LIMIT 10 OFFSET 5`, or nothing. */
  tail: string;
}

const CLAUSES = ["where", "group", "having", "order", "limit", "offset"];
/** With any of these a text is more than one plain SELECT, or two reads of it may differ. */
const NEVER =
  "select distinct over union intersect except with window qualify sample tablesample within exists any all some".split(
    " ",
  );
const pieceOf = (sql: string, tokens: readonly Token[]): Piece => ({
  text: written(sql, tokens),
  tokens,
});

const listed = (sql: string, tokens: readonly Token[]): Piece[] =>
  atCommas(tokens).map((part) => pieceOf(sql, part));

/** An item and the name that `AS` gives it. A name without AS is part of the text, which then groups by nothing that is known. */
function named(sql: string, { tokens }: Piece): Piece & { alias: string | null } {
  const [before, last] = [tokens.at(-2), tokens.at(-1)];
  if (isWord(before, "as") && (last?.kind === "word" || last?.kind === "name"))
    return { ...pieceOf(sql, tokens.slice(0, -2)), alias: last.text };
  return { ...pieceOf(sql, tokens), alias: null };
}

const isName = (token: Token | undefined): token is Token =>
  token?.kind === "word" || token?.kind === "name";

/** `ventes`, `ventes v` or `ventes AS v`: what may stand before a column's dot; null for anything else. */
function ownersOf(tokens: readonly Token[], table: string): string[] | null {
  const [name, ...rest] = tokens;
  if (!isName(name) || name.text.toLowerCase() !== table.toLowerCase()) return null;
  if (rest.length === 0) return [table.toLowerCase()];
  const alias = isWord(rest[0], "as") ? rest.slice(1) : rest;
  return alias.length === 1 && isName(alias[0]) ? [alias[0].text.toLowerCase()] : null;
}

/**
 * Cuts `SELECT … FROM table [WHERE …] [GROUP BY …] [HAVING …] [ORDER BY …] [LIMIT …]` at its clauses, or answers null for any other text.
 * Only words and brackets are looked at: what the parts mean is for the engine to say.
 */
export function groupedOf(sql: string, table: string): Grouped | null {
  const tokens = sqlTokens(sql);
  while (isSign(tokens.at(-1), ";")) tokens.pop();
  if (!isWord(tokens[0], "select")) return null;
  const all = (at: number) =>
    isWord(tokens[at - 1], "by") && isWord(tokens[at - 2], "group", "order");
  if (tokens.some((token, at) => at > 0 && isWord(token, ...NEVER) && !all(at))) return null;
  if (tokens.some(({ kind, text }) => kind === "sign" && ";?${}[]:".includes(text))) return null;
  const from = tokens.findIndex((token) => token.depth === 0 && isWord(token, "from"));
  if (from < 0) return null;
  const starts = tokens.flatMap((token, at) =>
    at > from && token.depth === 0 && isWord(token, ...CLAUSES) ? [at] : [],
  );
  const part = (word: string): Token[] => {
    const own = starts.filter((at) => isWord(tokens[at], word));
    const at = own[0];
    if (at === undefined) return [];
    return tokens.slice(at + 1, starts.find((start) => start > at) ?? tokens.length);
  };
  const order = starts.map((at) => CLAUSES.indexOf(tokens[at]?.text ?? ""));
  if (order.some((place, at) => at > 0 && place <= (order[at - 1] ?? 0))) return null;
  const fromTokens = tokens.slice(from + 1, starts[0] ?? tokens.length);
  const owners = ownersOf(fromTokens, table);
  const [group, sort] = [part("group"), part("order")];
  if (owners === null || [group, sort].some((one) => one.length > 0 && !isWord(one[0], "by")))
    return null;
  const tail = starts.find((at) => isWord(tokens[at], "limit", "offset"));
  const rest = tail === undefined ? [] : tokens.slice(tail);
  if (rest.some((token) => token.kind !== "number" && !isWord(token, "limit", "offset")))
    return null;
  const [where, having] = [part("where"), part("having")];
  const by = group.slice(1);
  return {
    items: listed(sql, tokens.slice(1, from)).map((item) => named(sql, item)),
    from: pieceOf(sql, fromTokens).text,
    owners,
    where: where.length === 0 ? null : pieceOf(sql, where),
    groups:
      by.length === 0 ? null : by.length === 1 && isWord(by[0], "all") ? "all" : listed(sql, by),
    having: having.length === 0 ? null : pieceOf(sql, having),
    order: sort.length < 2 ? [] : listed(sql, sort.slice(1)),
    tail: pieceOf(sql, rest).text,
  };
}
