import type { Ours } from "../ours/organization.ts";

const FROM = "FROM ventes";
const number = (title: string, what: string) => ({
  title,
  kind: "number",
  sql: `SELECT ${what} AS valeur ${FROM}`,
});
const chart = (title: string, by: string, what: string, tail = "") => ({
  title,
  kind: "chart",
  sql: `SELECT ${by} AS par, ${what} AS valeur ${FROM} GROUP BY 1 ORDER BY ${tail || "1"}`,
});

/** Twelve widgets as a dashboard of sales has them: four figures, two lines, five rankings, a table. */
export const WIDGETS = [
  number("Chiffre d’affaires", "sum(montant_ht)"),
  number("Factures", "count(*)"),
  number("Panier moyen", "avg(montant_ht)"),
  number("Quantité vendue", "sum(quantite)"),
  chart("Par mois", "date_trunc('month', date_facture)", "sum(montant_ht)"),
  chart("Factures par mois", "date_trunc('month', date_facture)", "count(*)"),
  chart("Par agence", "agence", "sum(montant_ht)", "2 DESC"),
  chart("Par famille", "famille", "sum(montant_ht)", "2 DESC"),
  chart("Moyenne par famille", "famille", "avg(montant_ht)", "2 DESC"),
  chart("Quantité par agence", "agence", "sum(quantite)", "2 DESC"),
  chart("Dix clients", "client", "sum(montant_ht)", "2 DESC LIMIT 10"),
  {
    title: "Agences et familles",
    kind: "table",
    sql: `SELECT agence, famille, sum(montant_ht) AS ca, count(*) AS n ${FROM} GROUP BY 1, 2 ORDER BY 1, 2`,
  },
] as const;

/** Makes a dashboard of them in a workspace that has the file under the name `table`. */
export async function makeDashboard(ours: Ours, workspaceId: string, table: string) {
  await ours.token();
  const title = "Ventes du groupe";
  const made = await ours.must<{ id: string }>("post /dashboards", { workspaceId, title });
  for (const [at, widget] of WIDGETS.entries()) {
    const layout = { x: (at % 4) * 3, y: Math.floor(at / 4) * 4, w: 3, h: 4 };
    const sql = widget.sql.replace(FROM, `FROM ${table}`);
    await ours.must("post /widgets", { ...widget, sql, dashboardId: made.id, layout });
  }
  return { id: made.id, title };
}
