import { expect, it } from "vitest";
import { isLimited } from "./limited.ts";

it.each([
  ["SELECT a FROM t LIMIT 3", 3, true],
  ["SELECT a FROM t LIMIT 3 -- all of them\n;", 3, true],
  ["SELECT a FROM t LIMIT 1_000", 999, false],
  ["SELECT a FROM t LIMIT 3", 2, false],
  ["SELECT a FROM t LIMIT ALL", 900, false],
  ["SELECT a FROM t", 900, false],
  ["SELECT a FROM t LIMIT 50 %", 2, true],
  ["SELECT a FROM t ORDER BY a OFFSET 2", 1, true],
  ["SELECT a FROM (SELECT a FROM t ORDER BY b LIMIT 3)", 3, false],
  [`SELECT "limit" FROM t -- LIMIT 3`, 3, false],
])("%s with %i rows: %s", (sql, rows, limited) => {
  expect(isLimited(sql, rows)).toBe(limited);
});
