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
        '"Métreur ""senior""";"rol_1";"Droits : – → Voir les clients";"";"req_1"\r\n',
    );
    expect(auditCsvLine(entry, "en")).toContain('"Role changed","Role"');
  });

  it("names records and values as the page does, not by id and code", () => {
    const [usr, rol] = ["usr_01M7ZRZKA7WQ9VQTD4S1HFW20M", "rol_01M7ZRR358DA2M98G5T127151Z"];
    const line = auditCsvLine(
      {
        ...entry,
        entity: "role",
        label: "member",
        changes: [
          { field: "id", before: null, after: usr },
          { field: "status", before: "prospect", after: "client" },
          { field: "stage", before: null, after: "new" },
          { field: "ownerId", before: null, after: usr },
          { field: "roleId", before: null, after: rol },
          { field: "estimatedMinor", before: null, after: 4_500_050 },
          { field: "deleted", before: false, after: true },
        ],
      },
      "fr",
      { [usr]: "Bruno Lacaze", [rol]: "viewer" },
    );
    expect(line).toContain('"Rôle modifié";"Rôle";"Membre";');
    expect(line).toContain(
      '"Statut : Prospect → Client\nÉtape : – → Nouveau\nResponsable : – → Bruno Lacaze\n' +
        'Rôle : – → Lecteur\nMontant estimé : – → 45000,50\nSupprimé : non → oui"',
    );
  });

  it("writes what it has no words for as it is stored", () => {
    const line = auditCsvLine({ ...entry, action: "crane.lifted", entity: "crane" }, "en");
    expect(line).toContain('"crane.lifted","crane"');
  });
});
