import { describe, expect, it } from "vitest";
import { auditCsvHead, auditCsvLine } from "./csv.ts";
import type { AuditEntry } from "./model.ts";

const entry: AuditEntry = {
  id: 12,
  at: "2026-11-24T09:00:00.000Z",
  actor: { id: "usr_1", name: "=Claire", kind: "token" },
  action: "role.updated",
  entity: "role",
  entityId: "rol_1",
  label: 'Métreur "senior"',
  containerId: null,
  changes: [
    { field: "permissions", before: [], after: ["clients.read"] },
    { field: "name", before: null, after: "" },
  ],
  requestId: "req_1",
  address: null,
};

const cells = (line: string) => line.split(/;(?=")/).length;

describe("the audit log as CSV", () => {
  it("has as many heads as cells", () => {
    expect(cells(auditCsvLine(entry, "fr"))).toBe(cells(auditCsvHead("fr")));
  });

  it("writes words of the language, differences a line each, and no formula", () => {
    expect(auditCsvLine(entry, "fr")).toBe(
      '12;"2026-11-24T09:00:00.000Z";"\'=Claire";"usr_1";"Jeton d’API";"Rôle modifié";"Rôle";' +
        '"Métreur ""senior""";"rol_1";"Droits : [] → [""clients.read""]";"";"req_1"\r\n',
    );
    expect(auditCsvLine(entry, "en")).toContain('"Role changed","Role"');
  });

  it("writes what it has no words for as it is stored", () => {
    const line = auditCsvLine({ ...entry, action: "crane.lifted", entity: "crane" }, "en");
    expect(line).toContain('"crane.lifted","crane"');
  });
});
