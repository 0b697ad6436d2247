import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { base, enter, launch, signInLink } from "./journey.ts";

// The engine runs out of memory, or its worker is ended from outside: the page goes on by itself, says so, and nothing is lost.
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  page = await enter(browser, "owner");
});
afterAll(() => browser.close());

const ROWS = 300;
const FILE = ["jour;agence;montant"]
  .concat(
    Array.from({ length: ROWS }, (_, at) => {
      const day = `${String((at % 28) + 1).padStart(2, "0")}/0${(at % 9) + 1}/2026`;
      return `${day};${at % 3 ? "Lyon" : "Annecy"};${at},50`;
    }),
  )
  .join("\n");
const COUNT = "SELECT count(*) AS n FROM reprise";
const WORD = /Le moteur d’analyse s’est arrêté et redémarre/;

const engineOf = (of: Page) => of.workers().filter((worker) => worker.url().includes("duckdb"));

/** Ends the engine's worker behind the page's back, as a browser short of memory does. */
async function kill(of: Page): Promise<void> {
  const [worker] = engineOf(of);
  if (!worker) throw new Error("No engine runs");
  const gone = new Promise((resolve) => worker.once("close", resolve));
  await worker
    .evaluate(() => (globalThis as unknown as { close(): void }).close())
    .catch(() => undefined);
  await gone;
}

async function write(sql: string): Promise<void> {
  await page.getByRole("textbox", { name: "Requête SQL" }).click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(sql);
}
async function ask(sql: string): Promise<void> {
  await write(sql);
  await page.keyboard.press("Control+Enter");
}
const written = () => page.getByRole("textbox", { name: "Requête SQL" }).innerText();
const answer = (text: string) => page.getByText(text, { exact: true }).first();

it("goes on after its worker was killed, at rest and at work, and after a query too large for memory", async () => {
  await page.goto(`${base()}/analytics`);
  const file = { name: "reprise.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) };
  await page.getByTestId("csv-file").first().setInputFiles(file);
  await page.locator("button:not([aria-busy])", { hasText: `Continuer avec ${ROWS}` }).click();
  await page.waitForURL(/\/analytics\/ds_/);
  await page.getByRole("tab", { name: "Question" }).click();
  await ask(COUNT);
  await answer("300").waitFor();

  // At rest: the next question reads the file again, unasked.
  await kill(page);
  await page.getByText(WORD).waitFor();
  expect(await written()).toBe(COUNT);
  await ask(`${COUNT} WHERE agence = 'Annecy'`);
  await answer("100").waitFor();

  // At work: what was asked is asked once more, and can be stopped.
  const endless = "SELECT count(*) AS n FROM range(4000000) a, range(4000000) b, reprise";
  await ask(endless);
  await page.getByRole("button", { name: "Arrêter" }).waitFor();
  await kill(page);
  await expect.poll(() => engineOf(page).length).toBe(1);
  await page.getByRole("button", { name: "Arrêter" }).click();
  await page.getByText("Requête arrêtée").waitFor();
  expect(await written()).toBe(endless);
  await ask(COUNT);
  await answer("300").waitFor();

  const large = "SELECT length(repeat('x', 3900000000)) AS n FROM reprise LIMIT 1";
  await ask(large);
  await page
    .getByRole("alert")
    .getByText("La mémoire du navigateur n’a pas suffi")
    .waitFor({ timeout: 120_000 });
  expect(await written()).toBe(large);
  await ask(`${COUNT} WHERE agence = 'Lyon'`);
  await answer("200").waitFor();

  await page.reload();
  await ask(COUNT);
  await answer("300").waitFor();
});

it("is stopped by the browser when something in the worker asks the network for anything", async () => {
  const [worker] = engineOf(page);
  const refused = await worker?.evaluate(async (address) => {
    const scope = globalThis as unknown as {
      addEventListener(type: string, tell: (event: { effectiveDirective: string }) => void): void;
      fetch(address: string): Promise<unknown>;
      WebSocket: new (address: string) => unknown;
      importScripts(address: string): void;
    };
    const directives: string[] = [];
    scope.addEventListener("securitypolicyviolation", (event) =>
      directives.push(event.effectiveDirective),
    );
    const outcomes = await Promise.allSettled([
      scope.fetch(`${address}/api/v1/health`),
      scope.fetch("https://example.com/?q=secret"),
      (async () => scope.importScripts("https://example.com/x.js"))(),
      // A socket that the policy stops fails later: its violation is what tells.
      (async () => new scope.WebSocket(`${address.replace("http", "ws")}/ws/live`))(),
    ]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { outcomes: outcomes.slice(0, 3).map(({ status }) => status), directives };
  }, base());
  expect(refused?.outcomes).toEqual(["rejected", "rejected", "rejected"]);
  expect(refused?.directives).toEqual(
    expect.arrayContaining(["connect-src", "connect-src", "connect-src"]),
  );
  expect(refused?.directives.join()).toMatch(/script-src/);
});

/** A workspace over the file of this device with one dashboard of two widgets; answers the dashboard's address. */
async function dashboard(): Promise<string> {
  const token = new URL(await signInLink("owner")).hash.slice(1);
  const headers = { "content-type": "application/json", origin: base() };
  const call = async (path: string, body: unknown, authorization?: string) => {
    const init = {
      method: "POST",
      headers: { ...headers, ...(authorization && { authorization }) },
    };
    const told = await fetch(`${base()}/api/v1${path}`, { ...init, body: JSON.stringify(body) });
    if (!told.ok) throw new Error(`${path}: ${await told.text()}`);
    return (await told.json()) as { id: string; accessToken: string };
  };
  const { accessToken } = await call("/auth/link", { token });
  const post = (path: string, body: unknown) => call(path, body, `Bearer ${accessToken}`);
  const workspace = await post("/workspaces", { title: "Reprise" });
  await post("/data-sources", {
    kind: "device",
    workspaceId: workspace.id,
    title: "reprise",
    table: "reprise",
    details: { fileName: "reprise.csv" },
    columns: [
      { name: "jour", kind: "date" },
      { name: "agence", kind: "text" },
      { name: "montant", kind: "number" },
    ],
    rows: ROWS,
  });
  const made = await post("/dashboards", { workspaceId: workspace.id, title: "Suivi de reprise" });
  const widget = { dashboardId: made.id, kind: "number", layout: { x: 0, y: 0, w: 3, h: 2 } };
  await post("/widgets", { ...widget, title: "Lignes", sql: COUNT });
  await post("/widgets", {
    ...widget,
    title: "Trop",
    sql: COUNT,
    layout: { x: 3, y: 0, w: 3, h: 2 },
  });
  return `/analytics/w/${workspace.id}/d/${made.id}`;
}

const card = (title: string) => page.getByRole("region", { name: title });

it("keeps a dashboard under somebody's hands, and what is typed into it, through the loss of the engine", async () => {
  await page.goto(base() + (await dashboard()));
  await card("Lignes").getByText("300").waitFor();
  await page.getByRole("button", { name: "Modifier", exact: true }).click();
  await page.getByRole("button", { name: "Ajouter un widget" }).first().click();
  const form = page.getByRole("dialog");
  await form.getByRole("textbox").first().fill("Total à ne pas perdre");
  await kill(page);
  await page.getByText(WORD).waitFor();
  expect(await form.getByRole("textbox").first().inputValue()).toBe("Total à ne pas perdre");
  await form.locator(".cm-content").click();
  await page.keyboard.insertText(COUNT);
  await form.getByRole("button", { name: "Ajouter", exact: true }).click();
  await card("Total à ne pas perdre").getByText("300").waitFor();
  await page.reload();
  await card("Total à ne pas perdre").getByText("300").waitFor();
  await card("Lignes").getByText("300").waitFor();
});
