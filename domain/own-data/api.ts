import { z } from "zod";
import { ColumnKind } from "#domain/analytics/reading.ts";
import { defineRoute } from "#domain/route.ts";

const Label = z.strictObject({ fr: z.string(), en: z.string() });

export const listOwnData = defineRoute({
  method: "get",
  path: "/own-data",
  permission: "analytics.read",
  summary: "List the organization's own data that the reader may analyze, with columns",
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        name: z.string(),
        title: Label,
        /** Of the live events that say it changed. */
        topic: z.string(),
        columns: z.array(z.strictObject({ name: z.string(), kind: ColumnKind, label: Label })),
      }),
    ),
  }),
});

/** One route for each entry of the registry, so that each asks for its own key before anything is read. */
const rows = {
  method: "get",
  output: z.string(),
  produces: "application/x-ndjson",
} as const;

export const readOwnClients = defineRoute({
  ...rows,
  path: "/own-data/clients/rows",
  permission: "clients.read",
  summary: "Read every client as rows, streamed as NDJSON: columns, batches, then their number",
});

export const readOwnTasks = defineRoute({
  ...rows,
  path: "/own-data/tasks/rows",
  permission: "boards.read",
  summary: "Read every card as rows, streamed as NDJSON: columns, batches, then their number",
});

export const readOwnNotes = defineRoute({
  ...rows,
  path: "/own-data/notes/rows",
  permission: "notes.read",
  summary: "Read every note as rows, streamed as NDJSON: columns, batches, then their number",
});
