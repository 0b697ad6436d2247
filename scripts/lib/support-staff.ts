import { globSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** An account of support. `factor`: whether it has a second factor, without which it can use no access. */
export interface Staff {
  email: string;
  name: string;
  factor: boolean;
}

/** Opens the control database of a state folder, works, and closes. Waits for a server that is writing. */
function withControl<T>(state: string, work: (database: DatabaseSync) => T): T {
  for (const file of globSync("d1/*/*.sqlite", { cwd: state })) {
    const database = new DatabaseSync(join(state, file), { timeout: 5_000 });
    try {
      const sql = "SELECT 1 FROM sqlite_master WHERE name = 'support_staff'";
      if (database.prepare(sql).get()) return work(database);
    } finally {
      database.close();
    }
  }
  throw new Error(`No database of accounts in ${state}: start the server once first.`);
}

function idOf(database: DatabaseSync, email: string): string {
  const row = database.prepare("SELECT id FROM users WHERE email = ?").get(email);
  if (!row) throw new Error(`Nobody here has the email ${email}.`);
  return String(row["id"]);
}

/** Marks an account as support's. `at`: ISO UTC instant. @throws when nobody has the email. @returns what was done. */
export function addStaff(state: string, email: string, at: string): string {
  return withControl(state, (database) => {
    const sql = "INSERT OR IGNORE INTO support_staff (user_id, added_at) VALUES (?, ?)";
    const { changes } = database.prepare(sql).run(idOf(database, email), at);
    return changes === 0 ? `${email} is of support already.` : `${email} is of support now.`;
  });
}

/** Takes the mark away: the account's next request under an access is refused. @throws as `addStaff`. */
export function removeStaff(state: string, email: string): string {
  return withControl(state, (database) => {
    const sql = "DELETE FROM support_staff WHERE user_id = ?";
    const { changes } = database.prepare(sql).run(idOf(database, email));
    return changes === 0 ? `${email} was not of support.` : `${email} is of support no more.`;
  });
}

/** Every account of support, by address. */
export function listStaff(state: string): Staff[] {
  return withControl(state, (database) => {
    const sql = `SELECT u.email, u.name,
        EXISTS (SELECT 1 FROM totp_factors f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL)
        OR EXISTS (SELECT 1 FROM passkeys p WHERE p.user_id = u.id) AS factor
      FROM support_staff s JOIN users u ON u.id = s.user_id ORDER BY u.email`;
    return database
      .prepare(sql)
      .all()
      .map((row) => ({
        email: String(row["email"]),
        name: String(row["name"]),
        factor: row["factor"] === 1,
      }));
  });
}
