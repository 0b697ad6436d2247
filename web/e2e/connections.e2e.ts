import type { Browser, Page } from "playwright-core";
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
