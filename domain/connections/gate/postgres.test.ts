import { parse } from "libpg-query";
import { describe, expect, it } from "vitest";
import { FIRM } from "./corpus/firm.ts";
import { POSTGRES_ACCEPTED } from "./corpus/postgres-accepted.ts";
import { POSTGRES_REFUSED } from "./corpus/postgres-refused.ts";
import { gatePostgres } from "./postgres.ts";

const offered = {
  tables: new Set(Object.keys(FIRM).map((table) => `public.${table}`)),
  path: ["public"],
};
const gate = (sql: string) => gatePostgres(sql, parse, offered);

it.each(POSTGRES_ACCEPTED)("lets a question through: %s", async (sql) => {
  expect(await gate(sql)).toBeNull();
});

it.each(POSTGRES_REFUSED)("refuses (%s): %s", async (reason, sql) => {
  expect(await gate(sql)).toMatchObject({ reason });
});

describe("a refusal names what is at fault", () => {
  it.each([
    ["SELECT * FROM paie.salaires", "paie.salaires"],
    ["SELECT pg_catalog.pg_sleep(1)", "pg_catalog.pg_sleep"],
    ["SELECT 'x'::regclass", "regclass"],
    ["SELECT session_user", "session_user"],
    ["DELETE FROM clients", "DELETE"],
    ["WITH t AS (DELETE FROM clients RETURNING 1) SELECT * FROM t", "DELETE"],
  ])("%s → %s", async (sql, what) => {
    expect(await gate(sql)).toMatchObject({ what });
  });
});

it("looks for a name without a schema in the schemas of the connection, in their order", async () => {
  const two = { tables: new Set(["paie.salaires"]), path: ["public", "paie"] };
  expect(await gatePostgres("SELECT * FROM salaires", parse, two)).toBeNull();
  expect(await gatePostgres("SELECT * FROM public.salaires", parse, two)).not.toBeNull();
});
