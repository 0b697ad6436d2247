/**
 * Tables of the control database whose rows hold what people wrote and that no other table refers to: an update or a
 * delivery may have left an older form of a row on its page, which no statement reaches any more.
 */
const TABLES = ["mails", "invitations", "idempotency", "auth_events"] as const;

/**
 * Writes tables of a local control database anew, so that their pages hold living rows alone. The schema stays as it stands;
 * nothing that reads or writes them notices. The old pages are let go of last and alone: whatever is made in the same breath
 * would get them, with what they held.
 */
export async function rewriteTables(database: D1Database): Promise<void> {
  for (const table of TABLES) {
    await database.prepare("DROP TABLE IF EXISTS _rewritten").run();
    const { results } = await database
      .prepare("SELECT type, name, sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL")
      .bind(table)
      .all<{ type: string; name: string; sql: string }>();
    const create = results.find(({ type }) => type === "table")?.sql;
    const indexes = results.filter(({ type }) => type === "index");
    if (!create) throw new Error(`No table ${table}`);
    const statements = [
      ...indexes.map(({ name }) => `DROP INDEX ${name}`),
      `ALTER TABLE ${table} RENAME TO _rewritten`,
      create,
      `INSERT INTO ${table} SELECT * FROM _rewritten`,
      ...indexes.map(({ sql }) => sql),
    ];
    await database.batch(statements.map((sql) => database.prepare(sql)));
    await database.prepare("DROP TABLE _rewritten").run();
  }
}
