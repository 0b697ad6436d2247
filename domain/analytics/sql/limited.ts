import { isWord, sqlTokens } from "./tokens.ts";

/** Whether a text's own LIMIT or OFFSET leaves rows out of a result of so many rows, or may: what exactly fills a limit can't be told from what it cut. */
export function isLimited(sql: string, rows: number): boolean {
  const tokens = sqlTokens(sql);
  const at = (word: string) =>
    tokens.findLastIndex((token) => token.depth === 0 && isWord(token, word));
  if (at("offset") >= 0) return true;
  const limit = at("limit");
  if (limit < 0) return false;
  const [most, unit] = [tokens[limit + 1], tokens[limit + 2]];
  if (isWord(most, "all", "null")) return false;
  const plain = most?.kind === "number" && unit?.text !== "%" && !isWord(unit, "percent");
  return !plain || rows >= Number(most.text.replaceAll("_", ""));
}
