import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { tablesOf } from "./search.ts";

/** What an organization has in a state folder: rows and files, and a checksum of them. */
export interface Standing {
  rows: number;
  files: number;
  checksum: string;
}

/** What changes by itself while a server runs: cursors of live objects, and when something was last seen. */
const RESTLESS = new Set(["sqlite_sequence", "_cf_METADATA", "_cf_ALARM", "tickets", "state"]);

/**
 * Counts and sums up everything that holds a word (the other organization's, which stands in each of its corners), in the
 * databases and in files.
 */
export function standingOf(state: string, word: string): Standing {
  const sum = createHash("sha256");
  const lines: string[] = [];
  for (const file of globSync("**/*.sqlite", { cwd: state })) {
    const database = new DatabaseSync(join(state, file), { readOnly: true });
    for (const table of tablesOf(database).filter((name) => !RESTLESS.has(name))) {
      const all = database.prepare(`SELECT * FROM "${table}"`);
      all.setReadBigInts(true);
      for (const row of all.iterate()) {
        const text = spell(row);
        if (text.includes(word)) lines.push(`${file} ${table} ${text}`);
      }
    }
    database.close();
  }
  const rows = lines.length;
  for (const file of globSync("r2/**/blobs/*", { cwd: state })) {
    const bytes = readFileSync(join(state, file));
    if (bytes.includes(word)) lines.push(createHash("sha256").update(bytes).digest("hex"));
  }
  for (const line of lines.toSorted()) sum.update(line);
  return { rows, files: lines.length - rows, checksum: sum.digest("hex").slice(0, 16) };
}

function spell(row: Record<string, unknown>): string {
  const values = Object.values(row).map((value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : String(value),
  );
  return values.join("\u0000");
}
