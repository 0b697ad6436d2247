import {
  DashboardInput,
  WidgetInput,
  type DashboardView,
  type WidgetView,
} from "#domain/dashboards/model.ts";
import type { TestPerson } from "#worker/platform/testing.ts";
import { createDashboard } from "./create-dashboard.ts";
import { createWidget } from "./create-widget.ts";

/** Adds a workspace and answers its id. */
export async function addWorkspace(person: TestPerson): Promise<string> {
  return (await answerOf<{ id: string }>(person, "post /workspaces", { title: "Ventes" })).id;
}

/** Adds a dashboard, as this person would. */
export async function addDashboard(
  person: TestPerson,
  fields: Partial<DashboardInput> = {},
): Promise<DashboardView> {
  const workspaceId = fields.workspaceId ?? (await addWorkspace(person));
  const input = { title: "Agences", ...fields, workspaceId };
  return createDashboard(person.ctx("analytics.write"), DashboardInput.parse(input));
}

/** Puts a widget on a dashboard, as this person would. */
export function addWidget(
  person: TestPerson,
  dashboardId: string,
  fields: Partial<WidgetInput> = {},
): Promise<WidgetView> {
  const layout = { x: 0, y: 0, w: 6, h: 4 };
  const input = { dashboardId, title: "CA", kind: "table", sql: "SELECT 1", layout, ...fields };
  return createWidget(person.ctx("analytics.write"), WidgetInput.parse(input));
}

/** Asks as this person and reads the answer. Error: any status but a good one. */
export async function answerOf<T>(person: TestPerson, request: string, body?: unknown): Promise<T> {
  const answer = await person.call(request, body);
  if (!answer.ok) throw new Error(`${request}: ${answer.status} ${await answer.text()}`);
  return answer.json<T>();
}
