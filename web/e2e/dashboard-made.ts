import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { base } from "./journey.ts";

const parameters = [
  {
    kind: "period",
    name: "periode",
    label: "Période",
    column: "jour",
    initial: { from: "2026-01-01", to: "2026-11-22" },
  },
  {
    kind: "category",
    name: "ville",
    label: "Agence",
    column: "ville",
    initial: ["Lyon", "Annecy"],
  },
  {
    kind: "range",
    name: "montant",
    label: "Montant",
    column: "somme",
    initial: { from: 10, to: 9000 },
  },
];

/** Makes a dashboard of filters, two figures, a chart and a table, as the page of whoever is signed in sends it; answers its address. */
export async function makeDashboard(page: Page, title: string): Promise<string> {
  const signed = page.waitForRequest((request) => "authorization" in request.headers());
  await page.goto(`${base()}/analytics`);
  const authorization = (await signed).headers()["authorization"] ?? "";
  const ask = async <T>(method: string, path: string, body: unknown): Promise<T> => {
    const answer = await page.request.fetch(`${base()}/api/v1${path}`, {
      method,
      headers: {
        authorization,
        origin: base(),
        "content-type": "application/json",
        "idempotency-key": crypto.randomUUID(),
      },
      data: JSON.stringify(body),
    });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const workspace = await ask<{ id: string }>("POST", "/workspaces", { title: "Direction" });
  const dashboard = await ask<{ id: string; version: number }>("POST", "/dashboards", {
    workspaceId: workspace.id,
    title,
  });
  const { version } = dashboard;
  await ask("PATCH", `/dashboards/${dashboard.id}`, { version, changes: { parameters } });
  const widget = { dashboardId: dashboard.id };
  const figure = {
    ...widget,
    kind: "number",
    chart: { type: "number", value: "ca", before: "an" },
  };
  await ask("POST", "/widgets", {
    ...figure,
    title: "Chiffre d’affaires facturé depuis le début de l’année, toutes agences",
    sql: "SELECT 48312 AS ca, 40260 AS an",
    layout: { x: 0, y: 0, w: 3, h: 2 },
  });
  await ask("POST", "/widgets", {
    ...figure,
    title: "Carnet de commandes à livrer",
    sql: "SELECT 123456789.5 AS ca, 100000000 AS an",
    layout: { x: 3, y: 0, w: 2, h: 1 },
  });
  await ask("POST", "/widgets", {
    ...widget,
    title: "CA par mois",
    kind: "chart",
    sql: "SELECT * FROM (VALUES ('Janvier', 21400), ('Février', 12380)) t(mois, ca)",
    chart: { type: "bar", category: "mois", value: "ca" },
    layout: { x: 6, y: 2, w: 6, h: 5 },
  });
  await ask("POST", "/widgets", {
    ...widget,
    title: "CA par agence",
    kind: "table",
    sql: "SELECT * FROM (VALUES ('Lyon', 21400.5), ('<b>Annecy</b>', 12380.25)) t(agence, montant)",
    layout: { x: 0, y: 2, w: 6, h: 5 },
  });
  return `${base()}/analytics/w/${workspace.id}/d/${dashboard.id}`;
}

/** By how many px what stands in the two tiles of figures reaches past its tile. */
export async function spill(page: Page): Promise<number> {
  const tiles = page.getByRole("region", { name: /facturé depuis|Carnet de commandes/ });
  await tiles.getByText("48 312", { exact: true }).waitFor();
  await tiles.getByText("123 456 790", { exact: true }).waitFor();
  expect(await tiles.count()).toBe(2);
  const over = await tiles.evaluateAll((all) =>
    all.map((tile) => {
      const inside = [...tile.querySelectorAll("h2, p, p *")].filter(
        (one) => !one.closest(".sr-only") && one.getClientRects().length > 0,
      );
      const foot = Math.max(...inside.map((one) => one.getBoundingClientRect().bottom));
      const past = foot - tile.getBoundingClientRect().bottom;
      return Math.max(past, tile.scrollHeight - tile.clientHeight);
    }),
  );
  return Math.max(...over);
}

/** Of each filter: whether its value is written whole, where it stands, and whether all of it is on the screen. */
export const filtersRead = (filters: Locator) =>
  filters.evaluateAll((all) =>
    all.map((chip) => {
      const value = chip.querySelector(".truncate");
      const { top, left, right } = chip.getBoundingClientRect();
      const whole = (value?.scrollWidth ?? 1) <= (value?.clientWidth ?? 0);
      return { top, whole, seen: left >= 0 && right <= innerWidth };
    }),
  );
