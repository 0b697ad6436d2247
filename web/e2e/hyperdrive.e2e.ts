import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { spawnFirmServers } from "#scripts/databases/spawn.ts";
import { password, startOrganization, type Session } from "#scripts/demo/session.ts";
import { spawnServer } from "#scripts/lib/spawned.ts";

// A connection whose record leads nowhere is answered through the Hyperdrive that HYPERDRIVES names for it.
const state = mkdtempSync(join(tmpdir(), "aetheria-hyperdrive-"));
const vars = join(state, ".dev.vars");
afterAll(() => rmSync(state, { recursive: true, force: true }));

const READER = "lecteur:mot-de-passe-2026@127.0.0.1";
const HYPERDRIVE = "CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_";

/** What comes of a question: the last line of the answer, or the code of the refusal. */
async function ask(server: string, owner: Session, id: string): Promise<string> {
  const answer = await fetch(`${server}/api/v1/connections/${id}/query`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${owner.token}`,
      "content-type": "application/json",
      "idempotency-key": crypto.randomUUID(),
    },
    body: JSON.stringify({ sql: "SELECT id FROM factures" }),
  });
  const text = await answer.text();
  if (!answer.ok) return (JSON.parse(text) as { code: string }).code;
  return text.trim().split("\n").at(-1) ?? "";
}

it("reaches a PostgreSQL and a MariaDB through Hyperdrives that a record names", async () => {
  const databases = await spawnFirmServers();
  onTestFinished(() => databases.stop());
  const server = await spawnServer({ state });
  onTestFinished(() => server.stop());
  const owner = await startOrganization(server.url, {
    organization: "Studio relié",
    name: "Nadia Amrani",
    email: `relais-${Date.now().toString(36)}@studio.example`,
    password: password(),
    language: "fr",
  });
  const made = async (kind: "postgres" | "mysql") => {
    const nowhere = { host: "127.0.0.1", port: 9, database: "aucune", tls: "off" };
    const who = { user: "personne", password: "aucun" };
    const body = { name: kind, kind, ...nowhere, ...who };
    return (await owner.post<{ id: string }>("/connections", body)).id;
  };
  const [first, second] = [await made("postgres"), await made("mysql")];
  expect(await ask(server.url, owner, first)).toBe("connection.failed");
  expect(await ask(server.url, owner, second)).toBe("connection.failed");
  appendFileSync(
    vars,
    [
      `HYPERDRIVES="${first}=FIRM, ${second}=WORKSHOP"`,
      `${HYPERDRIVE}FIRM="postgres://${READER}:${databases.postgres}/postgres"`,
      `${HYPERDRIVE}WORKSHOP="mysql://${READER}:${databases.mysql}/gestion"`,
      "",
    ].join("\n"),
  );
  // The server takes its secrets up again by itself.
  for (const id of [first, second]) {
    const last = () => ask(server.url, owner, id).catch(String);
    await expect.poll(last, { timeout: 60_000, interval: 500 }).toContain('"rows":40');
  }
}, 300_000);
