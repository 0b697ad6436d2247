import { expect, it } from "vitest";
import { connectionErrors as en } from "./en/connection-errors.ts";
import { connectionErrors as fr } from "./fr/connection-errors.ts";

it.each([
  ["fr", fr],
  ["en", en],
])("says why a query is not sent, with the part at fault: %s", (_, words) => {
  const say = (reason: string) => words["connection.sql_refused"]({ reason, what: "pg_sleep" });
  const named = ["syntax", "not_a_read", "table", "function", "type", "operator", "variable"];
  for (const reason of named) expect(say(reason)).toContain("pg_sleep");
  const all = [...named, "empty", "too_long", "several", "locks", "comment", "construct"].map(say);
  expect(new Set(all).size).toBe(13);
});
