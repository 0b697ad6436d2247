import { expect, it } from "vitest";
import { plainMessage, refusalKind } from "./refusal.ts";

it.each([
  ["-- x\nDROP TABLE a", 'Parser Error: syntax error at or near "TABLE"', "not-a-read"],
  ["SELECT 1; SELECT 2", 'Parser Error: syntax error at or near ";"', "not-a-read"],
  ["FROM 'https://x'", 'Permission Error: Cannot access file "https://x"', "blocked"],
  [
    "SELECT x FROM a",
    'Binder Error: Referenced column "x" not found in FROM clause!',
    "unknown-name",
  ],
  ["FROM b", "Catalog Error: Table with name b does not exist!", "unknown-name"],
  ["SELEC 1", 'Parser Error: syntax error at or near "1"', "syntax"],
  ["SELECT 'a'::INT", "Conversion Error: Could not convert string 'a' to INT32", "other"],
])("%s", (sql, message, kind) => {
  expect(refusalKind(sql, message)).toBe(kind);
});

it("takes the frame out of a message, wherever the database shows it", () => {
  const what = 'Parser Error: syntax error at or near "TABLE"';
  const own = `${what}\n\nLINE 1: DROP TABLE a\n             ^`;
  const framed = "LINE 1: SELECT * FROM (DROP TABLE a\n                            ^";
  expect(plainMessage(`${own}\n\n${framed}`)).toBe(own);
  expect(plainMessage(`${what}\n\n${framed}`)).toBe(own);
  expect(plainMessage("Parser Error: x\n\nLINE 2: ) LIMIT 11\n        ^")).toBe("Parser Error: x");
  expect(plainMessage("Out of range")).toBe("Out of range");
});
