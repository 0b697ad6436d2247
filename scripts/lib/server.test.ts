import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { demoPeople, hasOrganizations } from "./control.ts";
import { ROOT } from "./paths.ts";
import { addDataKey } from "./secrets.ts";
import { serve, StartError, SWEEP, type Server } from "./server.ts";

/** A Worker that exports what wrangler.toml names and shows that its bindings work. */
const WORKER = `
import { DurableObject } from "cloudflare:workers";
export class OutboxRoom extends DurableObject {}
export class LimitRoom extends DurableObject {}
export class BoardRoom extends DurableObject {
  async count() {
    const count = ((await this.ctx.storage.get("count")) ?? 0) + 1;
    await this.ctx.storage.put("count", count);
    return count;
  }
}
export default {
  async fetch(request, env) {
    await env.TENANT_DB_000.exec("CREATE TABLE IF NOT EXISTS t (x)");
    const url = new URL(request.url);
    if (url.pathname === "/api/keys") {
      const ran = await env.FILES.get("cron").then((file) => file?.text() ?? null);
      return Response.json({ ran, keys: env.DATA_KEYS.split(",").length });
    }
    if (url.pathname === "/api/log") console.error("an error line");
    return Response.json({
      count: await env.BOARD_ROOM.getByName("a").count(),
      environment: env.ENVIRONMENT,
      secret: env.AUTH_SECRET?.length > 40,
      file: await env.FILES.put("a", "b").then(() => env.FILES.get("a")).then((file) => file.text()),
      limited: await env.LIMIT_AUTH.limit({ key: "a" }),
    });
  },
  async queue() {},
  async scheduled({ cron }, env) {
    await env.FILES.put("cron", cron);
  },
};`;

let folder = "";
let servers: Server[] = [];
const start = async (
  options: { port?: number; vars?: Record<string, string> } = {},
): Promise<Server> => {
  const build = { web: join(folder, "web"), worker: join(folder, "worker") };
  const server = await serve({ build, state: join(folder, "state"), port: 0, ...options });
  servers.push(server);
  return server;
};
const call = async (server: Server, path = "/api/x"): Promise<unknown> =>
  (await fetch(server.url + path)).json();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "server-"));
  mkdirSync(join(folder, "web"));
  mkdirSync(join(folder, "worker"));
  writeFileSync(join(folder, "web/index.html"), "<h1>page</h1>");
  writeFileSync(join(folder, "worker/index.js"), WORKER);
  servers = [];
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
});

test("serves page and API with every binding, and keeps the state over a restart", async () => {
  const first = await start();
  expect(await call(first)).toEqual({
    count: 1,
    environment: "production",
    secret: true,
    file: "b",
    limited: { success: true },
  });
  expect(await (await fetch(`${first.url}/`)).text()).toBe("<h1>page</h1>");
  await first.stop();
  expect(existsSync(join(folder, "state/server.json"))).toBe(false);
  const second = await start({ vars: { ENVIRONMENT: "development" } });
  expect(await call(second)).toMatchObject({ count: 2, environment: "development" });
});

test("takes up a changed Worker and keeps address and state", async () => {
  const server = await start();
  await call(server);
  writeFileSync(join(folder, "worker/index.js"), WORKER.replace("env.ENVIRONMENT", '"changed"'));
  await server.reload();
  expect(await call(server)).toMatchObject({ count: 2, environment: "changed" });
  expect(await server.control.prepare("SELECT 1 AS one").all()).toMatchObject({
    results: [{ one: 1 }],
  });
});

test("takes variables that hold until it is loaded again", async () => {
  const server = await start({ vars: { ENVIRONMENT: "development" } });
  await server.reload({ ENVIRONMENT: "for a while" });
  expect(await call(server)).toMatchObject({ environment: "for a while" });
  await server.reload();
  expect(await call(server)).toMatchObject({ environment: "development" });
});

test("takes up changed secrets by itself, and then seals anew what older keys have sealed", async () => {
  const server = await start();
  expect(await call(server, "/api/keys")).toEqual({ ran: null, keys: 1 });
  addDataKey(join(folder, "state"));
  await expect
    .poll(() => call(server, "/api/keys").catch(() => null), { timeout: 15_000 })
    .toEqual({ ran: SWEEP, keys: 2 });
});

test("migrates the control database once, in wrangler's own table", async () => {
  const server = await start();
  const names = await server.control
    .prepare("SELECT name FROM d1_migrations")
    .all<{ name: string }>();
  expect(names.results[0]).toEqual({ name: "0001_identity.sql" });
  expect(await hasOrganizations(server.control)).toBe(false);
  expect(await demoPeople(server.control)).toEqual([]);
  await server.stop();
  const again = await start();
  const kept = await again.control.prepare("SELECT name FROM d1_migrations").all();
  expect(kept.results).toEqual(names.results);
});

test("a sign-in link is stored hashed, for an hour, for that person only", async () => {
  const server = await start();
  await server.control
    .prepare(
      "INSERT INTO users (id, email, name, created_at) VALUES ('usr_1', 'claire@atelier.test', 'Claire', '')",
    )
    .run();
  const link = new URL(await server.link("Claire@atelier.test", "http://127.0.0.1:5173"));
  expect(link.origin).toBe("http://127.0.0.1:5173");
  const rows = await server.control
    .prepare("SELECT token_hash, user_id, expires_at, used_at FROM sign_in_links")
    .all<{ token_hash: string; expires_at: string }>();
  const [row] = rows.results;
  expect(row).toMatchObject({ user_id: "usr_1", used_at: null });
  expect(row?.token_hash).toBe(createHash("sha256").update(link.hash.slice(1)).digest("hex"));
  const minutes = (Date.parse(row?.expires_at ?? "") - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(55);
  expect(minutes).toBeLessThanOrEqual(60);
  await expect(server.link("nobody@atelier.test")).rejects.toThrow("nobody@atelier.test");
});

test("a port in use and a state in use are said plainly", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  await expect(start({ port })).rejects.toThrow(`Port ${port} is in use`);
  other.close();
  await start();
  await expect(start()).rejects.toThrow(StartError);
});

test("a server killed hard leaves nothing that blocks the next start", async () => {
  const script = `
    import { serve } from ${JSON.stringify(join(ROOT, "scripts/lib/server.ts"))};
    const [folder] = process.argv.slice(2);
    const build = { web: folder + "/web", worker: folder + "/worker" };
    const server = await serve({ build, state: folder + "/state", port: 0 });
    console.log(server.url);`;
  writeFileSync(join(folder, "start.ts"), script);
  const node = join(ROOT, "node_modules/node/bin/node");
  const child = spawn(node, [join(folder, "start.ts"), folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(child.stdout, "data");
  const url = String(line).trim();
  expect(await (await fetch(`${url}/api/x`)).json()).toMatchObject({ count: 1 });
  child.kill("SIGKILL");
  await once(child, "exit");
  const next = await start({ port: Number(new URL(url).port) });
  expect(await call(next)).toMatchObject({ count: 2 });
});

test("the Worker's lines go to a file of the state", async () => {
  const server = await start();
  await call(server, "/api/log");
  await expect
    .poll(() => readFileSync(join(folder, "state/server.log"), "utf8"))
    .toContain("an error line");
});
