import type { Browser, Page } from "playwright-core";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { spawnFirmServers, type FirmServers } from "#scripts/databases/spawn.ts";
import { findings } from "./axe.ts";
import { base, enter, launch } from "./journey.ts";
import { policyFaults } from "./policy.ts";

// A firm's PostgreSQL and MariaDB, joined with a file. CONNECTION_SHOTS=<folder> keeps the pictures.
const SHOTS = process.env["CONNECTION_SHOTS"];
const PASSWORD = "mot-de-passe-2026";

let browser: Browser;
let page: Page;
let servers: FirmServers;
let faults: string[] = [];
let bearer = "";

beforeAll(async () => {
  servers = await spawnFirmServers();
  browser = await launch();
  page = await enter(browser, "owner");
  page.on("request", (request) => {
    bearer = request.headers()["authorization"] ?? bearer;
  });
  faults = await policyFaults(page);
});
afterAll(async () => {
  await browser.close();
  await servers.stop();
});

const shot = async (name: string) => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
};

/** Asks the API as the person of the page. */
async function call<T>(method: "get" | "post", path: string, data?: object): Promise<T> {
  const headers = { authorization: bearer, "idempotency-key": crypto.randomUUID() };
  const answer = await page.request[method](`${base()}/api/v1${path}`, { headers, data });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

const field = (label: string) => page.getByRole("dialog").getByLabel(label, { exact: true });

/** Connects a database as a person does; the password is wrong at first. */
async function connect(kind: "postgres" | "mysql", name: string, database: string): Promise<void> {
  await page.goto(`${base()}/analytics/connections`);
  await page.getByRole("button", { name: "Connexion", exact: true }).click();
  await field("Nom").fill(name);
  if (kind === "mysql") {
    await page.getByRole("button", { name: /Genre de base/ }).click();
    await page.getByRole("option", { name: "MySQL ou MariaDB" }).click();
  }
  await field("Hôte").fill("127.0.0.1");
  await field("Port").fill(String(servers[kind]));
  await field("Base").fill(database);
  await field("Identifiant").fill("lecteur");
  await field("Mot de passe").fill("faux");
  await page.getByRole("button", { name: /Chiffrement/ }).click();
  await page.getByRole("option", { name: /^Aucun/ }).click();
  const attempt = page.getByRole("button", { name: "Tester la connexion" });
  await attempt.click();
  await page.getByText("Identifiant ou mot de passe refusé.").waitFor();
  await shot(`${kind}-refused`);
  await field("Mot de passe").fill(PASSWORD);
  await attempt.click();
  await page.getByText(/La connexion fonctionne/).waitFor();
  await page.getByText("Cet identifiant ne fait que lire.").waitFor();
  await shot(`${kind}-works`);
  await page.getByRole("button", { name: "Connecter", exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

/** Brings a table of a connection to the workspace, from where its columns are found. */
async function bring(connection: string, table: string, workspace: string): Promise<void> {
  await page.goto(`${base()}/analytics/connections`);
  await page.getByRole("main").getByRole("link", { name: connection }).click();
  await page.getByLabel("Chercher une table ou une colonne").fill(table);
  await page.getByText("1 table", { exact: true }).waitFor();
  await shot(`tables-${table}`);
  expect(await findings(page)).toEqual([]);
  await page.getByRole("button", { name: new RegExp(`Ajouter .*${table} à un espace`) }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /Espace de travail/ })
    .click();
  await page.getByRole("option", { name: workspace }).click();
  await shot(`add-${table}`);
  await page.getByRole("button", { name: "Ajouter", exact: true }).click();
  await page.waitForURL(/\/analytics\/w\/wsp_/);
  await page
    .getByText(/^40 lignes/)
    .first()
    .waitFor();
}

it("joins a file with tables of PostgreSQL and of MariaDB", async () => {
  const workspace = "Rapprochement";
  await connect("postgres", "Gestion", "postgres");
  await connect("mysql", "Atelier", "gestion");
  await shot("list");
  expect(await findings(page)).toEqual([]);
  const { id } = await call<{ id: string }>("post", "/workspaces", { title: workspace });
  await bring("Gestion", "factures", workspace);
  await bring("Atelier", "heures", workspace);

  const rows = Array.from({ length: 40 }, (_, at) => `${at + 1};${at + 1}00`).join("\n");
  const buffer = Buffer.from(`client_id;cible\n${rows}\n`);
  await page.getByTestId("source-file").setInputFiles({
    name: "cibles.csv",
    mimeType: "text/csv",
    buffer,
  });
  await page.getByRole("button", { name: /^Continuer avec 40 lignes/ }).click();
  await page.waitForURL(/\/analytics\/w\/wsp_/);
  await page.getByRole("main").getByText("cibles").first().waitFor();
  await shot("workspace");
  const question = await call<{ id: string }>("post", "/questions", {
    workspaceId: id,
    title: "Factures, heures et cibles",
    sql: "SELECT count(DISTINCT f.id) * 1000 + count(DISTINCT h.id) AS total FROM factures f JOIN cibles c ON c.client_id = f.client_id CROSS JOIN heures h",
  });
  await page.goto(`${base()}/analytics/w/${id}/q/${question.id}`);
  await page
    .getByText(/^40\s040$/u)
    .first()
    .waitFor();
  await shot("joined");
  expect(faults).toEqual([]);
});

/** Opens the dialog in which a query of the PostgreSQL becomes a source of the workspace. */
async function openQuery(): Promise<void> {
  await page.goto(`${base()}/analytics/connections`);
  await page.getByRole("main").getByRole("link", { name: "Gestion" }).click();
  await page.getByRole("button", { name: "Requête SQL…" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /Espace de travail/ })
    .click();
  await page.getByRole("option", { name: "Rapprochement" }).click();
}

/** Makes a query a source in the open dialog, which stays where the database refuses it. */
async function addQuery(name: string, sql: string): Promise<void> {
  await field("Nom de la source").fill(name);
  await field("Requête").fill(sql);
  await page.getByRole("dialog").getByRole("button", { name: "Ajouter", exact: true }).click();
}

it("takes a query as a source once the database accepts it, joins it with a file, reads it again, and stops it", async () => {
  await openQuery();

  // What the database refuses is told beside what was typed, which stays.
  await addQuery("Par client", "SELECT client, count(*) AS n FROM factures GROUP BY 1");
  await page
    .getByRole("dialog")
    .getByRole("alert")
    .getByText(/client/)
    .waitFor();
  expect(await findings(page)).toEqual([]);
  await shot("query-refused");
  await addQuery("Par client", "SELECT client_id, count(*)::int AS n FROM factures GROUP BY 1");
  await page.waitForURL(/\?source=src_/);
  const workspace = /wsp_\w+/.exec(page.url())![0];
  const panel = page.getByRole("complementary", { name: "Données" });
  const card = panel.getByRole("listitem").filter({ hasText: "Par client" }).first();
  await card.getByText(/· 2 colonnes$/).waitFor();

  const { id } = await call<{ id: string }>("post", "/questions", {
    workspaceId: workspace,
    title: "Factures comptées là-bas",
    sql: "SELECT sum(n) AS total FROM par_client JOIN cibles USING (client_id)",
  });
  const question = `${base()}/analytics/w/${workspace}/q/${id}`;
  await page.goto(question);
  await page.getByText("40", { exact: true }).first().waitFor();

  // Somebody writes an invoice: what is read again has it.
  const writer = postgres({
    host: "127.0.0.1",
    port: servers.postgres,
    database: "postgres",
    user: "ecrivain",
    password: PASSWORD,
  });
  await writer`INSERT INTO factures SELECT (jsonb_populate_record(f, '{"id": 41}')).* FROM factures f WHERE id = 7`;
  await writer.end();
  await page.goto(`${base()}/analytics/w/${workspace}`);
  await card.getByRole("button", { name: /^Par client/ }).click();
  await card.getByText(/lignes · 2 colonnes$/).waitFor();
  await card.getByRole("button", { name: "Actions pour Par client" }).click();
  await page.getByRole("menuitem", { name: "Lire à nouveau" }).click();
  await page
    .getByRole("link", { name: /^Factures comptées là-bas/ })
    .first()
    .click();
  await page.getByText("41", { exact: true }).first().waitFor();

  // A long one is stopped, and can be read again.
  await openQuery();
  await addQuery("Suite", "SELECT n, n * 2 AS double FROM generate_series(1, 900000) AS s(n)");
  await page.getByRole("button", { name: "Arrêter la lecture de Suite" }).click();
  await page.getByText("Lecture arrêtée.").waitFor();
  await page.getByRole("button", { name: "Lire à nouveau" }).waitFor();
  await shot("stopped");
  expect(faults).toEqual([]);
});
