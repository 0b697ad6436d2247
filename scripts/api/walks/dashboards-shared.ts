import { pick, type Walker } from "#scripts/api/walk.ts";

/** What people share of a dashboard: figures, a public link, mails and comments. */
export async function shareDashboard(
  go: Walker,
  { token, dashboard, widget }: { token: string; dashboard: string; widget: string },
): Promise<void> {
  const params = { id: dashboard };
  const shown = {
    id: widget,
    title: "CA par agence",
    kind: "chart",
    text: "",
    chart: { type: "bar", category: "agence", value: "ca" },
    layout: { x: 6, y: 0, w: 6, h: 4 },
    columns: [
      { name: "agence", kind: "text" },
      { name: "ca", kind: "number" },
    ],
    rows: [
      ["Lyon", 21400.5],
      ["Annecy", 12380],
    ],
    more: false,
  };
  await go.call("put /dashboards/{id}/figures", {
    token,
    params,
    body: {
      figures: {
        title: "Agences 2026",
        filters: ["Période : 2026"],
        computedAt: "2026-11-24T09:00:00.000Z",
        widgets: [shown],
      },
      basis: "0".repeat(64),
      digest: "1".repeat(64),
      keepCurrent: true,
    },
  });
  await go.call("get /dashboards/{id}/figures", { token, params });
  await go.call("put /dashboards/{id}/figures/picture", {
    token,
    params,
    body: {
      version: 1,
      language: "fr",
      data: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    },
  });
  const link = await go.call("post /dashboards/{id}/links", {
    token,
    params,
    body: { days: 30 },
    save: { LINK: "id" },
  });
  await go.call("get /dashboards/{id}/links", { token, params });
  const byLink = { id: pick(link.answer, "id") };
  const opened = await go.call("get /dashboard-links/{id}/token", {
    token,
    params: byLink,
    save: { LINK_TOKEN: "token" },
  });
  await go.call("post /shared/dashboard", { body: { token: pick(opened.answer, "token") } });
  await go.call("put /dashboard-links/{id}/password", {
    token,
    params: byLink,
    body: { password: "quatre zèbres lents" },
  });
  await go.call("delete /dashboard-links/{id}", { token, params: byLink });
  const schedule = await go.call("post /dashboards/{id}/schedules", {
    token,
    params,
    body: {
      frequency: { every: "week", days: [1] },
      hour: 8,
      outsiders: [{ email: "paul@exemple.fr", language: "fr" }],
    },
    save: { SCHEDULE: "id" },
  });
  const bySchedule = { id: pick(schedule.answer, "id") };
  await go.call("get /dashboards/{id}/schedules", { token, params });
  await go.call("patch /dashboard-schedules/{id}", {
    token,
    params: bySchedule,
    body: { version: 1, changes: { paused: true } },
  });
  await go.call("post /dashboard-schedules/{id}/test", { token, params: bySchedule });
  await go.call("post /dashboard-schedules/{id}/send", { token, params: bySchedule });
  await go.call("post /shared/unsubscribe", { body: { token: "out of a mail" }, status: 410 });
  await go.call("delete /dashboard-schedules/{id}", { token, params: bySchedule });
  await go.call("delete /dashboards/{id}/figures", { token, params });
  const comment = await go.call("post /dashboards/{id}/comments", {
    token,
    params,
    body: { text: "Lyon monte, à suivre." },
    save: { COMMENT: "id" },
  });
  const byComment = { id: pick(comment.answer, "id") };
  await go.call("get /dashboards/{id}/comments", { token, params });
  await go.call("post /dashboards/{id}/comments/read", { token, params });
  await go.call("patch /dashboard-comments/{id}", {
    token,
    params: byComment,
    body: { version: 1, changes: { resolved: true } },
  });
  await go.call("delete /dashboard-comments/{id}", { token, params: byComment });
  await go.call("post /dashboard-comments/{id}/restore", { token, params: byComment });
}
