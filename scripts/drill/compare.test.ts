import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compare, lineOf } from "./compare.ts";
import { placesOf } from "./places.ts";

let state: string;
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), "compare-"));
  mkdirSync(join(state, "d1/x"), { recursive: true });
});
afterEach(() => rmSync(state, { recursive: true }));

const TABLE = { name: "clients", columns: ["id", "company", "amount"] };

/** The database of an organization with three clients, after some SQL. */
function database(organization: string, ...more: string[]): void {
  const file = new DatabaseSync(join(state, `d1/x/${organization}.sqlite`));
  file.exec(`CREATE TABLE _meta (organization_id TEXT); INSERT INTO _meta VALUES ('${organization}');
    CREATE TABLE clients (company TEXT, amount INTEGER, id TEXT PRIMARY KEY) STRICT;
    INSERT INTO clients VALUES ('Mairie «\u202fété\u202f»', 5, 'b'), ('Port', NULL, 'a'), ('Quai', 7, 'c');`);
  for (const sql of more) file.exec(sql);
  file.close();
}

/** What the comparison says of a copy that was harmed like this. */
function verdict(...harm: string[]) {
  database("org_1");
  database("org_2", ...harm);
  const origin = placesOf(state, "org_1").table(TABLE);
  const restored = placesOf(state, "org_2").table(TABLE);
  return compare({ name: "clients", origin, archive: origin, restored });
}

describe("the comparison of the drill", () => {
  it("finds two copies equal whose rows are, in the order of their keys", () => {
    const same = verdict();
    expect(same).toMatchObject({ rows: 3, differences: 0 });
    expect(lineOf(same)).toMatch(/^clients +3 rows +[0-9a-f]{16} +equal$/);
  });

  it.each([
    ["a row that was dropped", "DELETE FROM clients WHERE id = 'c'", 1],
    ["the first row that was dropped", "DELETE FROM clients WHERE id = 'a'", 3],
    ["a row too many", "INSERT INTO clients VALUES ('De trop', 1, 'd')", 1],
    ["a value that changed", "UPDATE clients SET amount = 6 WHERE id = 'b'", 1],
    ["an empty text for no value", "UPDATE clients SET company = '' WHERE id = 'a'", 1],
    ["a zero for no value", "UPDATE clients SET amount = 0 WHERE id = 'a'", 1],
    ["all rows gone", "DELETE FROM clients", 3],
  ])("notices %s", (_what, sql, differences) => {
    const one = verdict(sql);
    expect(one.differences).toBe(differences);
    expect(one.restored).not.toBe(one.sha256);
    expect(lineOf(one)).toContain(`${differences} DIFFERENCES`);
  });

  it("notices a log that lost a row, and takes what a log has in addition", () => {
    const archive = ["1", "2", "3"];
    const of = (restored: string[]) =>
      compare({ name: "audit", origin: archive, archive, restored, grows: "log" }).differences;
    expect([of(["1", "2", "3", "4"]), of(["1", "2"]), of(["1", "3", "4"])]).toEqual([0, 1, 2]);
  });

  it("notices what the original has and the archive has not", () => {
    const lines = ["a", "b"];
    const one = compare({ name: "x", origin: ["a", "b", "c"], archive: lines, restored: lines });
    expect(one.differences).toBe(1);
  });
});
