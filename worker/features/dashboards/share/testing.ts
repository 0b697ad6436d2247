import type { Figures } from "#domain/dashboards/share/figures.ts";
import { addDashboard, addWidget, answerOf } from "#worker/features/dashboards/testing.ts";
import type { TestPerson } from "#worker/platform/testing.ts";

/** Figures of one table, as a browser would publish them. */
export function figuresOf(widgetId: string, changes: Partial<Figures> = {}): Figures {
  return {
    title: "Agences",
    filters: [],
    computedAt: "2026-11-20T08:00:00.000Z",
    widgets: [
      {
        id: widgetId,
        title: "CA par agence",
        kind: "table",
        text: "",
        chart: null,
        layout: { x: 0, y: 0, w: 6, h: 4 },
        columns: [
          { name: "agence", kind: "text" },
          { name: "montant", kind: "number" },
        ],
        rows: [
          ["Lyon", 1234.5],
          ["Annecy", 99],
        ],
        more: false,
      },
    ],
    ...changes,
  };
}

/** What publishes these figures. */
export const publication = (figures: Figures) => ({
  figures,
  basis: "0".repeat(64),
  digest: "1".repeat(64),
  keepCurrent: true,
});

/** The bytes of a picture of one pixel, a letter each. */
export const PICTURE = atob(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
);

/** A dashboard whose figures are published. */
export async function addPublished(person: TestPerson, changes: Partial<Figures> = {}) {
  const { id } = await addDashboard(person);
  const widget = await addWidget(person, id);
  const figures = figuresOf(widget.id, changes);
  await answerOf(person, `put /dashboards/${id}/figures`, publication(figures));
  return { id, widgetId: widget.id, figures };
}

/** A public link to what is published of a dashboard, and what opens it. */
export async function addLink(person: TestPerson, dashboardId: string, days: number | null = 7) {
  const link = await answerOf<{ id: string; expiresAt: string | null }>(
    person,
    `post /dashboards/${dashboardId}/links`,
    { days },
  );
  const { token } = await answerOf<{ token: string }>(
    person,
    `get /dashboard-links/${link.id}/token`,
  );
  return { ...link, token };
}
