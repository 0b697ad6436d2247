import type { auditExport as fr } from "../fr/audit-export.ts";
import type { Texts } from "../texts.ts";

/** Words of taking the audit log out, and of the heads of its CSV. */
export const auditExport = {
  export: { label: "Export", csv: "CSV for spreadsheets", json: "JSON", done: "Export ready" },
  csv: {
    at: "Date (UTC)",
    actor: "Author",
    actorId: "Author id",
    kind: "By",
    action: "Action",
    entity: "Record",
    label: "Name",
    recordId: "Id",
    changes: "Changes",
    change: (field, before, after) => `${field}: ${before} → ${after}`,
    address: "Network address",
    requestId: "Request",
  },
} satisfies Texts<typeof fr>;
