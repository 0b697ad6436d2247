import type { ClientRecord } from "./model.ts";

/** A client for tests, with these fields. */
export function sampleClient(fields: Partial<ClientRecord> = {}): ClientRecord {
  return {
    id: `cli_${"0".repeat(26)}`,
    version: 1,
    company: "Résidence Les Tilleuls",
    contact: "",
    status: "prospect",
    stage: "new",
    priority: "medium",
    sector: "",
    size: null,
    phone: "",
    email: "",
    nextAction: "",
    nextActionOn: null,
    notes: "",
    ownerId: null,
    estimatedMinor: null,
    stageSince: "2026-11-01T08:00:00.000Z",
    createdAt: "2026-11-01T08:00:00.000Z",
    updatedAt: "2026-11-01T08:00:00.000Z",
    ...fields,
  };
}
