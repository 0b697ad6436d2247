/** A word of an SQL text. `depth` counts the parentheses around it; quoted names carry their plain text. */
export interface Token {
  kind: "word" | "name" | "string" | "number" | "sign";
  /** Words in lower case, names without their quotes. */
  text: string;
  at: number;
  end: number;
  depth: number;
}

const PART =
  /\s+|--[^\n]*|\/\*[\s\S]*?\*\/|(?<string>'(?:[^']|'')*'|\$(?<tag>[a-z_]*)\$[\s\S]*?\$\k<tag>\$)|"(?<name>(?:[^"]|"")*)"|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<number>\d[\d_.]*(?:e[+-]?\d+)?)|(?<sign><>|!=|<=|>=|==|::|\|\||!?~~?\*?|[\s\S])/giuy;

/** The words of a text in DuckDB's SQL, without spaces and comments. */
export function sqlTokens(sql: string): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  for (const found of sql.matchAll(PART)) {
    const { string, name, word, number, sign } = found.groups ?? {};
    const at = found.index;
    const end = at + found[0].length;
    if (sign === ")") depth -= 1;
    if (string !== undefined) tokens.push({ kind: "string", text: string, at, end, depth });
    else if (name !== undefined)
      tokens.push({ kind: "name", text: name.replaceAll('""', '"'), at, end, depth });
    else if (word !== undefined)
      tokens.push({ kind: "word", text: word.toLowerCase(), at, end, depth });
    else if (number !== undefined) tokens.push({ kind: "number", text: number, at, end, depth });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign, at, end, depth });
    if (sign === "(") depth += 1;
  }
  return tokens;
}

/** Whether a token is this keyword, unquoted. */
export const isWord = (token: Token | undefined, ...words: string[]): boolean =>
  token?.kind === "word" && words.includes(token.text);

export const isSign = (token: Token | undefined, sign: string): boolean =>
  token?.kind === "sign" && token.text === sign;

/** Cuts a list at the commas that stand in no bracket of its own. */
export function atCommas(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === "sign" && "([{".includes(token.text)) depth += 1;
    if (token.kind === "sign" && ")]}".includes(token.text)) depth -= 1;
    if (depth === 0 && isSign(token, ",")) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Tokens as they were written, with what stands between them. */
export const written = (sql: string, tokens: readonly Token[]): string =>
  sql.slice(tokens[0]?.at ?? 0, tokens.at(-1)?.end ?? 0);
