import { expect, it } from "vitest";
import { plainMessage } from "./plain-message.ts";
import { placeOf } from "./place.ts";
import { refusalOf } from "./refusal.ts";

it.each([
  ["-- x\nDROP TABLE a", 'Parser Error: syntax error at or near "TABLE"', "not-a-read"],
  ["SELECT 1; SELECT 2", 'Parser Error: syntax error at or near ";"', "not-a-read"],
  ["FROM 'https://x'", 'Permission Error: Cannot access file "https://x"', "blocked"],
  ["SELECT x", "Parser Error: something else", "other"],
])("%s", (sql, message, code) => {
  expect(refusalOf(sql, message).code).toBe(code);
});

it("takes the frame out of a message, wherever the database shows it", () => {
  const what = 'Parser Error: syntax error at or near "TABLE"';
  const own = `${what}\n\nLINE 1: DROP TABLE a\n             ^`;
  const framed = "LINE 1: SELECT * FROM (DROP TABLE a\n                            ^";
  expect(plainMessage(`${own}\n\n${framed}`)).toBe(own);
  expect(plainMessage(`${what}\n\n${framed}`)).toBe(own);
  expect(plainMessage("Parser Error: x\n\nLINE 2: ) LIMIT 11\n        ^")).toBe("Parser Error: x");
  expect(plainMessage(`Parser Error: at or near "'a\n) LIMIT 11"`)).toBe(
    `Parser Error: at or near "'a"`,
  );
  expect(plainMessage("Out of range")).toBe("Out of range");
});

it("finds the place in a long line that the database cuts", () => {
  const sql = `SELECT 1,\n${"a, ".repeat(60)}WHER g, ${"b, ".repeat(60)}`;
  const shown = `...${sql.split("\n")[1]?.slice(150, 210)}...`;
  const message = `Parser Error: x\n\nLINE 2: ${shown}\n${" ".repeat(8 + 3 + 35)}^`;
  expect(placeOf(message, sql)).toEqual({ line: 2, column: 186 });
  expect(placeOf("Parser Error: x\n\nLINE 2: not there\n        ^", sql)).toBeNull();
  expect(placeOf("Parser Error: x", sql)).toBeNull();
});
