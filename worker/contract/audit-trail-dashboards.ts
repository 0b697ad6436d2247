import { SCHEDULE } from "#worker/features/dashboards/schedule/testing.ts";
import { figuresOf, publication } from "#worker/features/dashboards/share/testing.ts";
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

const published = async (firm: Firm) => {
  const { id, dashboardId } = await firm.owner.json<{ id: string; dashboardId: string }>(
    "post /widgets",
    await widgetBody(firm),
  );
  await firm.owner.json(`put /dashboards/${dashboardId}/figures`, publication(figuresOf(id)));
  return dashboardId;
};
const link = async (firm: Firm) => {
  const path = `post /dashboards/${await published(firm)}/links`;
  return (await firm.owner.json<{ id: string }>(path, { days: 7 })).id;
};
const schedule = async (firm: Firm) => {
  const path = `post /dashboards/${await published(firm)}/schedules`;
  return (await firm.owner.json<{ id: string }>(path, SCHEDULE)).id;
};
const comment = async (firm: Firm) => {
  const path = `post /dashboards/${await dashboard(firm)}/comments`;
  return (await firm.owner.json<{ id: string }>(path, { text: "À revoir" })).id;
};

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
  "put /dashboards/{id}/figures": async (firm) => {
    const made = await firm.owner.json<{ id: string; dashboardId: string }>(
      "post /widgets",
      await widgetBody(firm),
    );
    const record = made.dashboardId;
    return { path: `/dashboards/${record}/figures`, body: publication(figuresOf(made.id)), record };
  },
  "delete /dashboards/{id}/figures": async (firm) => {
    const record = await published(firm);
    return { path: `/dashboards/${record}/figures`, record };
  },
  "post /dashboards/{id}/links": async (firm) => ({
    path: `/dashboards/${await published(firm)}/links`,
    body: { days: 7 },
  }),
  "put /dashboard-links/{id}/password": async (firm) => {
    const record = await link(firm);
    const body = { password: "quatre zèbres lents" };
    return { path: `/dashboard-links/${record}/password`, body, record };
  },
  "delete /dashboard-links/{id}": async (firm) => {
    const record = await link(firm);
    return { path: `/dashboard-links/${record}`, record };
  },
  "post /dashboards/{id}/schedules": async (firm) => ({
    path: `/dashboards/${await dashboard(firm)}/schedules`,
    body: SCHEDULE,
  }),
  "patch /dashboard-schedules/{id}": async (firm) => {
    const record = await schedule(firm);
    const body = { version: 1, changes: { hour: 9 } };
    return { path: `/dashboard-schedules/${record}`, body, record };
  },
  "post /dashboard-schedules/{id}/send": async (firm) => {
    const record = await schedule(firm);
    return { path: `/dashboard-schedules/${record}/send`, record };
  },
  "delete /dashboard-schedules/{id}": async (firm) => {
    const record = await schedule(firm);
    return { path: `/dashboard-schedules/${record}`, record };
  },
  "post /dashboards/{id}/comments": async (firm) => ({
    path: `/dashboards/${await dashboard(firm)}/comments`,
    body: { text: "À revoir" },
  }),
  "patch /dashboard-comments/{id}": async (firm) => {
    const body = { version: 1, changes: { resolved: true } };
    return { path: `/dashboard-comments/${await comment(firm)}`, body };
  },
  "delete /dashboard-comments/{id}": async (firm) => {
    const record = await comment(firm);
    return { path: `/dashboard-comments/${record}`, record };
  },
  "post /dashboard-comments/{id}/restore": async (firm) => {
    const record = await comment(firm);
    await firm.owner.json(`delete /dashboard-comments/${record}`);
    return { path: `/dashboard-comments/${record}/restore`, record };
  },
  "post /dashboards/{id}/versions": async (firm) => ({
    path: `/dashboards/${await dashboard(firm)}/versions`,
  }),
  "patch /dashboards/{id}/versions/{version}": async (firm) => {
    const path = `/dashboards/${await dashboard(firm)}/versions`;
    const { id: record } = await firm.owner.json<{ id: string }>(`post ${path}`);
    return { path: `${path}/${record}`, record, body: { name: "Avant" } };
  },
  "post /dashboards/{id}/versions/{version}/restore": async (firm) => {
    const record = await dashboard(firm);
    const path = `/dashboards/${record}/versions`;
    const { id } = await firm.owner.json<{ id: string }>(`post ${path}`);
    await firm.owner.json(`patch /dashboards/${record}`, { version: 1, changes: { title: "B" } });
    return { path: `${path}/${id}/restore`, record };
  },
};
