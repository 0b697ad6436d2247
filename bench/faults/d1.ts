import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";

/** What becomes of a batch: written; written with its answer lost; not reached; written long after it timed out. */
export type Fate = "well" | "lost" | "away" | "late";

interface Statement {
  sql: string;
  params: (string | number | null)[];
  bind(...params: (string | number | null)[]): Statement;
}

const statement = (sql: string, params: Statement["params"] = []): Statement => ({
  sql,
  params,
  bind: (...more) => statement(sql, more),
});

/** An organization's database with its real tables. `claim` writes whose it is. */
export function tenantDatabase(organizationId: string) {
  const database = new DatabaseSync(":memory:");
  const folder = join(import.meta.dirname, "../../migrations/tenant");
  for (const file of readdirSync(folder).toSorted()) {
    database.exec(readFileSync(join(folder, file), "utf8"));
  }
  database.prepare("INSERT INTO _meta VALUES (1, ?, '')").run(organizationId);
  const prepared = new Map<string, StatementSync>();
  const all = <T>(sql: string, ...params: Statement["params"]): T[] => {
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return known.all(...params) as T[];
  };
  let batches = 0;
  const write = (statements: readonly Statement[]) => {
    batches += 1;
    database.exec("BEGIN");
    try {
      for (const { sql, params } of statements) all(sql, ...params);
      database.exec("COMMIT");
    } catch (error) {
      database.exec("ROLLBACK");
      throw error;
    }
  };
  return {
    all,
    /** How many batches were written. */
    batches: () => batches,
    /** The database as a Worker sees it on a bad line. `late` takes batches that will be written some day. */
    binding: (fate: () => Fate, late: (() => void)[]) => ({
      prepare: (sql: string) => statement(sql),
      async batch(statements: readonly Statement[]) {
        const fallen = fate();
        if (fallen === "late") late.push(() => write(statements));
        if (fallen === "well" || fallen === "lost") write(statements);
        if (fallen !== "well") throw new Error("D1_ERROR: the database did not answer in time");
        return [];
      },
    }),
  };
}

export type TenantDatabase = ReturnType<typeof tenantDatabase>;
