import type { SourceInput } from "#domain/sources/model.ts";
import { OWN_DATA } from "#domain/own-data/registry.ts";
import type { Session } from "../session.ts";
import { PARAMETERS, TITLE, WIDGETS } from "./dashboard.ts";
import { figuresOf } from "./figures.ts";
import { MODEL } from "./model.ts";
import { QUESTIONS } from "./questions.ts";
import { shareTable } from "./share.ts";

const DAY = 86_400_000;

const DESCRIPTION =
  "Honoraires, temps et affaires des deux dernières années, exportés du logiciel de gestion. Les clients viennent d’Aetheria.";

/** The clients of the organization itself, under the name by which the model joins them. */
function ownClients(workspaceId: string): Extract<SourceInput, { kind: "organization" }> {
  const [clients] = OWN_DATA;
  return {
    kind: "organization",
    workspaceId,
    title: clients.title.fr,
    table: clients.name,
    details: { name: clients.name },
    columns: clients.columns.map(({ name, kind, label }) => ({
      name,
      kind,
      description: label.fr,
    })),
    rows: null,
  };
}

/** Makes the workspace of the demo firm: shared files, a model, saved questions and a dashboard. */
export async function addAnalytics(owner: Session): Promise<void> {
  const { id: workspaceId } = await owner.post<{ id: string }>("/workspaces", {
    title: "Honoraires et temps",
    description: DESCRIPTION,
  });
  const now = Date.now();
  const ids = new Map<string, string>();
  for (const table of figuresOf(now - (now % DAY))) {
    ids.set(table.name, await shareTable(owner, workspaceId, table, now));
  }
  const clients = await owner.post<{ id: string }>("/data-sources", ownClients(workspaceId));
  ids.set("clients", clients.id);
  const sourceIds = (reads: readonly string[]) => reads.flatMap((name) => ids.get(name) ?? []);
  await owner.post("/semantic-layers", { workspaceId, document: MODEL });
  for (const { reads, ...question } of QUESTIONS) {
    await owner.post("/questions", { ...question, workspaceId, sourceIds: sourceIds(reads) });
  }
  const { id: dashboardId } = await owner.post<{ id: string }>("/dashboards", {
    workspaceId,
    title: TITLE,
    parameters: PARAMETERS,
  });
  for (const { reads, at, ...widget } of WIDGETS) {
    const [x, y, w, h] = at;
    await owner.post("/widgets", {
      ...widget,
      dashboardId,
      sourceIds: sourceIds(reads),
      layout: { x, y, w, h },
    });
  }
}
