import { pick, type Walk } from "#scripts/api/walk.ts";
import { shareDashboard } from "./dashboards-shared.ts";
import { register } from "./session.ts";

/** A dashboard with a widget: made, arranged, deleted and brought back. */
export const dashboards: Walk = async (go) => {
  const { token } = await register(go, "pilotage");
  const workspace = await go.call("post /workspaces", {
    token,
    body: { title: "Ventes 2026" },
    save: { WORKSPACE: "id" },
  });
  const made = await go.call("post /dashboards", {
    token,
    body: {
      workspaceId: pick(workspace.answer, "id"),
      title: "Suivi des agences",
      parameters: [
        {
          kind: "period",
          name: "period",
          label: "Période",
          column: "date",
          initial: { preset: "this_year" },
        },
      ],
    },
    save: { DASHBOARD: "id" },
  });
  const params = { id: pick(made.answer, "id") };
  await go.call("get /dashboards", { token, query: { limit: "10" } });
  await go.call("get /dashboards/{id}", { token, params });
  await go.call("patch /dashboards/{id}", {
    token,
    params,
    body: { version: 1, changes: { title: "Agences 2026" } },
  });
  const put = await go.call("post /widgets", {
    token,
    body: {
      dashboardId: params.id,
      title: "CA par agence",
      kind: "chart",
      sql: "SELECT agence, sum(montant) AS ca FROM ventes GROUP BY 1",
      chart: { type: "bar", category: "agence", value: "ca" },
      layout: { x: 0, y: 0, w: 6, h: 4 },
    },
    save: { WIDGET: "id" },
  });
  const widget = { id: pick(put.answer, "id") };
  await go.call("get /widgets", { token, query: { dashboard: params.id } });
  await go.call("get /widgets/{id}", { token, params: widget });
  await go.call("patch /widgets/{id}", {
    token,
    params: widget,
    body: { version: 1, changes: { layout: { x: 6, y: 0, w: 6, h: 4 } } },
  });
  await go.call("delete /widgets/{id}", { token, params: widget });
  await go.call("post /widgets/{id}/restore", { token, params: widget });
  await shareDashboard(go, { token, dashboard: params.id, widget: widget.id });
  const kept = await go.call("post /dashboards/{id}/versions", {
    token,
    params,
    save: { VERSION: "id" },
  });
  await go.call("get /dashboards/{id}/versions", { token, params });
  const version = { ...params, version: pick(kept.answer, "id") };
  await go.call("get /dashboards/{id}/versions/{version}", { token, params: version });
  await go.call("patch /dashboards/{id}/versions/{version}", {
    token,
    params: version,
    body: { name: "Avant les vacances" },
  });
  await go.call("post /dashboards/{id}/versions/{version}/restore", { token, params: version });
  await go.call("delete /dashboards/{id}", { token, params });
  await go.call("post /dashboards/{id}/restore", { token, params });
};
