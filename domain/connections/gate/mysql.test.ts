import { describe, expect, it } from "vitest";
import { FIRM } from "./corpus/firm.ts";
import { MYSQL_ACCEPTED } from "./corpus/mysql-accepted.ts";
import { MYSQL_REFUSED } from "./corpus/mysql-refused.ts";
import { gateMysql } from "./mysql.ts";
import { mysqlTokens } from "./mysql-tokens.ts";

const offered = {
  tables: new Set(Object.keys(FIRM).map((table) => `gestion.${table}`)),
  path: ["gestion"],
};

it.each(MYSQL_ACCEPTED)("lets a question through: %s", (sql) => {
  expect(gateMysql(sql, offered)).toBeNull();
});

it.each(MYSQL_REFUSED)("refuses (%s): %s", (reason, sql) => {
  expect(gateMysql(sql, offered)).toMatchObject({ reason });
});

describe("a refusal names what is at fault", () => {
  it.each([
    ["SELECT * FROM paie.salaires", "paie.salaires"],
    ["SELECT * FROM mysql.user", "mysql.user"],
    ["SELECT sleep(1)", "sleep"],
    ["SELECT nom FROM clients INTO OUTFILE '/tmp/x'", "INTO"],
    ["SELECT current_user", "current_user"],
    ["DELETE FROM clients", "DELETE"],
    ["SELECT @x", "@"],
  ])("%s → %s", (sql, what) => {
    expect(gateMysql(sql, offered)).toMatchObject({ what });
  });
});

const texts = (sql: string) => {
  const tokens = mysqlTokens(sql);
  return Array.isArray(tokens) ? tokens.map(({ text }) => text) : tokens;
};

describe("texts are cut as MySQL cuts them", () => {
  it.each([
    ["1--1", ["1", "-", "-", "1"]],
    ["1 -- x\n+ 2", ["1", "+", "2"]],
    ["a#b\nc", ["a", "c"]],
    ["'a\\'b' c", ["'a\\'b'", "c"]],
    ["'a''b'c", ["'a''b'", "c"]],
    ["`a``b`.c", ["a`b", ".", "c"]],
    ["t.2026", ["t", ".", "2026"]],
    ["été_2026 <=> 1", ["été_2026", "<=>", "1"]],
    ["a/* x */b", ["a", "b"]],
  ])("%s", (sql, expected) => {
    expect(texts(sql)).toEqual(expected);
  });
});

it("looks for a name without a database in the connection's own, whatever its case", () => {
  expect(gateMysql("SELECT * FROM Clients", offered)).toBeNull();
  expect(gateMysql("SELECT * FROM clients", { ...offered, path: ["paie"] })).not.toBeNull();
  expect(gateMysql("SELECT * FROM gestion.clients", { ...offered, path: ["paie"] })).toBeNull();
});

it("is over at once with what is nested beyond sense, or too long", () => {
  const deep = `SELECT ${"(".repeat(3_000)}1${")".repeat(3_000)}`;
  expect(gateMysql(deep, offered)).not.toBeNull();
  expect(gateMysql(`SELECT '${"x".repeat(20_000)}'`, offered)).toMatchObject({
    reason: "too_long",
  });
});
