import { createHash, randomBytes } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ROOT } from "./paths.ts";

/** The part of a D1 handle that these scripts use; Miniflare's and the Worker's both fit. */
export interface Database {
  prepare(sql: string): Statement;
  batch(statements: Statement[]): Promise<unknown>;
}

interface Statement {
  bind(...values: unknown[]): Statement;
  run(): Promise<unknown>;
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the shape of D1's own method
  all<T = unknown>(): Promise<{ results: T[] }>;
}

/** One person of the first organization, for a sign-in link. */
export interface Person {
  id: string;
  name: string;
  email: string;
  role: string;
}

const LEDGER =
  "CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)";

/** Minutes for which a link printed on this machine signs in. */
const LINK_MINUTES = 60;

/**
 * Brings the control database to the last file of migrations/control, with the table in which
 * `wrangler d1 migrations apply` counts too. Statements are cut at `--> statement` lines, or at line-ending semicolons.
 */
export async function migrateControl(
  db: Database,
  folder = join(ROOT, "migrations/control"),
): Promise<string[]> {
  await db.prepare(LEDGER).run();
  const { results } = await db.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
  const done = new Set(results.map((row) => row.name));
  const fresh = globSync("*.sql", { cwd: folder })
    .toSorted()
    .filter((name) => !done.has(name));
  for (const name of fresh) {
    const sql = readFileSync(join(folder, name), "utf8");
    await db.batch([
      ...statements(sql).map((one) => db.prepare(one)),
      db.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(basename(name)),
    ]);
  }
  return fresh;
}

function statements(sql: string): string[] {
  const cut = sql.includes("--> statement") ? /^--> statement$/m : /;[ \t]*$/m;
  return sql.split(cut).filter((part) => part.replaceAll(/^\s*--.*$/gm, "").trim() !== "");
}

/**
 * Puts a fresh one-time token for a person into the control database and answers the link that spends it. Only who can
 * open the database file can do this: no route of the API mints one.
 * @throws when nobody has that email.
 */
export async function mintSignInLink(db: Database, url: string, email: string): Promise<string> {
  const { results } = await db
    .prepare("SELECT id FROM users WHERE email = ?")
    .bind(email)
    .all<{ id: string }>();
  const user = results[0];
  if (!user) throw new Error(`Nobody here has the email ${email}.`);
  const { token, hash, expires } = oneTimeToken();
  await db
    .prepare("INSERT INTO sign_in_links (token_hash, user_id, expires_at) VALUES (?, ?, ?)")
    .bind(hash, user.id, expires)
    .run();
  return `${url}/sign-in/link#${token}`;
}

/**
 * Puts the token of a link about an address into the control database, good once within the hour, as if it had been mailed
 * there, and answers it: to register, or to choose a password. Only who can open the database file can do this.
 */
export async function mintLinkToken(
  db: Database,
  kind: "register" | "reset",
  email: string,
): Promise<string> {
  const { token, hash, expires } = oneTimeToken();
  await db
    .prepare(
      `INSERT INTO mail_tokens (hash, kind, user_id, email, created_at, expires_at)
       VALUES (?1, ?2, (SELECT id FROM users WHERE email = ?3), ?3, ?4, ?5)`,
    )
    .bind(hash, kind, email, new Date().toISOString(), expires)
    .run();
  return token;
}

/** 256 random bits, what of them is stored, and when they end. */
function oneTimeToken(): { token: string; hash: string; expires: string } {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  const expires = new Date(Date.now() + LINK_MINUTES * 60_000).toISOString();
  return { token, hash, expires };
}

/** The demo people: of the first organization, one owner, one member, one viewer, as far as there are. */
export async function demoPeople(db: Database): Promise<Person[]> {
  const { results } = await db
    .prepare(
      `SELECT u.id, u.name, u.email, r.slug AS role
       FROM memberships m JOIN users u ON u.id = m.user_id JOIN roles r ON r.id = m.role_id
       WHERE m.organization_id = (SELECT id FROM organizations ORDER BY created_at, id LIMIT 1)
       ORDER BY m.created_at, u.id`,
    )
    .all<Person>();
  return ["owner", "member", "viewer"].flatMap(
    (role) => results.find((one) => one.role === role) ?? [],
  );
}

/** Whether any organization has been registered. */
export async function hasOrganizations(db: Database): Promise<boolean> {
  const { results } = await db.prepare("SELECT 1 AS one FROM organizations LIMIT 1").all();
  return results.length > 0;
}
