import type { Change, Firm } from "./audit-trail.ts";

const layout = { x: 0, y: 0, w: 6, h: 4 };
const dashboardBody = async ({ owner }: Firm) => ({
  workspaceId: (await owner.json<{ id: string }>("post /workspaces", { title: "Ventes" })).id,
  title: "Suivi des agences",
});
const dashboard = async (firm: Firm) =>
  (await firm.owner.json<{ id: string }>("post /dashboards", await dashboardBody(firm))).id;
const widgetBody = async (firm: Firm) => ({
  dashboardId: await dashboard(firm),
  title: "CA par mois",
  kind: "table",
  sql: "SELECT 1",
  layout,
});
const widget = async (firm: Firm) =>
  (await firm.owner.json<{ id: string }>("post /widgets", await widgetBody(firm))).id;

/** What changes dashboards and widgets. */
export const DASHBOARD_TRAIL: Record<string, (firm: Firm) => Promise<Change>> = {
  "post /dashboards": async (firm) => ({
    path: "/dashboards",
    body: await dashboardBody(firm),
  }),
  "patch /dashboards/{id}": async (firm) => {
    const body = { version: 1, changes: { title: "Autre titre" } };
    return { path: `/dashboards/${await dashboard(firm)}`, body };
  },
  "delete /dashboards/{id}": async (firm) => {
    const record = await dashboard(firm);
    return { path: `/dashboards/${record}`, record };
  },
  "post /dashboards/{id}/restore": async (firm) => {
    const record = await dashboard(firm);
    await firm.owner.json(`delete /dashboards/${record}`);
    return { path: `/dashboards/${record}/restore`, record };
  },
  "post /widgets": async (firm) => ({ path: "/widgets", body: await widgetBody(firm) }),
  "patch /widgets/{id}": async (firm) => {
    const body = { version: 1, changes: { layout: { ...layout, x: 6 } } };
    return { path: `/widgets/${await widget(firm)}`, body };
  },
  "delete /widgets/{id}": async (firm) => {
    const record = await widget(firm);
    return { path: `/widgets/${record}`, record };
  },
  "post /widgets/{id}/restore": async (firm) => {
    const record = await widget(firm);
    await firm.owner.json(`delete /widgets/${record}`);
    return { path: `/widgets/${record}/restore`, record };
  },
  "post /dashboards/{id}/versions": async (firm) => ({
    path: `/dashboards/${await dashboard(firm)}/versions`,
  }),
  "post /dashboards/{id}/versions/{version}/restore": async (firm) => {
    const record = await dashboard(firm);
    const path = `/dashboards/${record}/versions`;
    const { id } = await firm.owner.json<{ id: string }>(`post ${path}`);
    await firm.owner.json(`patch /dashboards/${record}`, { version: 1, changes: { title: "B" } });
    return { path: `${path}/${id}/restore`, record };
  },
};
