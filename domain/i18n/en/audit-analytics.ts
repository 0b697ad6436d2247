import { auditAsks } from "./audit-asks.ts";
import type { auditAnalytics as fr } from "../fr/audit-analytics.ts";
import type { Texts } from "../texts.ts";

export const auditAnalytics = {
  actions: {
    ...auditAsks.actions,
    "workspace.created": "Workspace created",
    "workspace.updated": "Workspace changed",
    "workspace.deleted": "Workspace deleted",
    "workspace.restored": "Workspace restored",
    "source.created": "Data source added",
    "source.updated": "Data source changed",
    "source.deleted": "Data source removed",
    "source.restored": "Data source restored",
    "question.created": "Question saved",
    "question.updated": "Question changed",
    "question.deleted": "Question deleted",
    "question.restored": "Question restored",
    "semantic_layer.created": "Data model created",
    "semantic_layer.updated": "Data model changed",
    "semantic_layer.deleted": "Data model deleted",
    "semantic_layer.restored": "Data model restored",
  },
  entities: {
    ...auditAsks.entities,
    workspace: "Workspace",
    source: "Data source",
    question: "Question",
    semantic_layer: "Data model",
  },
  fields: {
    ...auditAsks.fields,
    workspaceId: "Workspace",
    kind: "Kind",
    table: "Name in SQL",
    columns: "Columns",
    details: "Origin",
    question: "Question",
    sql: "SQL",
    sourceIds: "Sources",
    chart: "Chart",
    answer: "Answer",
    assumptions: "Assumptions",
    verified: "Verified",
    language: "Language",
    document: "Model",
  },
} satisfies Texts<typeof fr>;
