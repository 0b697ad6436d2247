import type { auditAsks as fr } from "../fr/audit-asks.ts";
import type { Texts } from "../texts.ts";

/** Words of the audit log for questions put to Claude. */
export const auditAsks = {
  actions: {
    "ask.asked": "Question put to Claude",
    "ask.rows_sent": "Rows sent to Claude with consent",
  },
  entities: { ask: "Question to Claude" },
  fields: { model: "Model", rowsSent: "Rows sent" },
} satisfies Texts<typeof fr>;
