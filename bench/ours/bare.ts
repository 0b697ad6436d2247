import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { migrateControl } from "#scripts/lib/control.ts";
import { ROOT } from "#scripts/lib/paths.ts";
import { stopOnSignals } from "#scripts/lib/signals.ts";

// The same Miniflare with next to nothing in it: what is left of our figure without our code.
//   /empty answers a constant; /one runs SELECT 1; /fifty reads the page of clients, no sign-in, no totals.
//   /same makes the very calls of our route and nothing else: the rate limiter, then three D1 queries side by side,
//   two of them in a session as ours are.
const WORKER = `
const PAGE = "SELECT id, version, company, contact, status, stage, stage_since, priority, sector, size, phone, email, next_action, next_action_on, notes, owner_id, estimated_minor, created_at, updated_at FROM clients WHERE deleted_at IS NULL ORDER BY company_key, id LIMIT 51";
export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    if (pathname === "/empty") return Response.json({ items: [] });
    const ask = (sql, db = env.DB) => db.prepare(sql).all();
    if (pathname === "/one") return Response.json(await ask("SELECT 1 AS one"));
    if (pathname === "/same") {
      await env.LIMIT.limit({ key: "bench" });
      const session = env.DB.withSession("first-unconstrained");
      const one = "SELECT 1 AS one";
      const [page] = await Promise.all([ask(PAGE, session), ask(one, session), ask(one, env.CONTROL)]);
      return Response.json({ items: page.results.slice(0, 50) });
    }
    const { results } = await ask(PAGE);
    return Response.json({ items: results.slice(0, 50) });
  },
};`;

process.env["CLOUDFLARE_CF_FETCH_ENABLED"] = "false";
const folder = mkdtempSync(join(tmpdir(), "aetheria-bench-bare-"));
const miniflare = new Miniflare(
  convertV4MiniflareOptions({
    host: "127.0.0.1",
    port: 0,
    resourcePersistencePath: folder,
    logRequests: false,
    log: new Log(LogLevel.WARN),
    workers: [
      {
        name: "bare",
        modules: true,
        script: WORKER,
        compatibilityDate: "2026-11-02",
        compatibilityFlags: ["nodejs_compat"],
        d1Databases: { DB: "bare", CONTROL: "control" },
        ratelimits: { LIMIT: { namespace_id: "1", simple: { limit: 1_000_000_000, period: 60 } } },
      },
    ],
  }),
);
const { origin } = await miniflare.ready;
const db = await miniflare.getD1Database("DB");
await migrateControl(db, join(ROOT, "migrations/tenant"));
async function seed(rows: Record<string, unknown>[]): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  const sql = `INSERT INTO clients (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`;
  await db.batch(rows.map((row) => db.prepare(sql).bind(...names.map((name) => row[name]))));
  process.send?.({ seeded: rows.length });
}
process.on("message", (message: { rows: Record<string, unknown>[] }) => void seed(message.rows));
stopOnSignals(async () => {
  await miniflare.dispose();
  rmSync(folder, { recursive: true, force: true });
});
process.send?.({ url: origin });
