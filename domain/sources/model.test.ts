import { describe, expect, it } from "vitest";
import { newId } from "#domain/ids.ts";
import { SourceChanges, SourceInput } from "./model.ts";

const device = {
  workspaceId: newId("wsp"),
  title: "Ventes",
  table: "ventes_2026",
  kind: "device",
  details: { fileName: "Ventes 2026.csv" },
};
const connectionId = newId("cnx");
const accepts = (input: object) => SourceInput.safeParse(input).success;

describe("a data source", () => {
  it.each([
    device,
    { ...device, columns: [{ name: "\u200Brégion\t", kind: "text" }], rows: 12 },
    { ...device, kind: "organization", details: { name: "clients" } },
    {
      ...device,
      kind: "connection",
      details: { connectionId, schema: "public", table: "Factures" },
    },
    { ...device, kind: "connection", details: { connectionId, sql: "SELECT 1" } },
  ])("is taken as %j", (input) => {
    expect(accepts(input)).toBe(true);
  });

  it.each([
    { kind: "connection" },
    { kind: "organization" },
    { kind: "shared", details: { fileName: "a.csv", bytes: 1, format: "csv" } },
    { table: "Ventes" },
    { table: "2026" },
    { table: 'a"; DROP' },
    { rows: -1 },
    { columns: [{ name: "a", kind: "money" }] },
    {
      columns: [
        { name: "a", kind: "text" },
        { name: "a", kind: "text" },
      ],
    },
    { columns: [{ name: "\uD800", kind: "text" }] },
    { kind: "connection", details: { connectionId, sql: "" } },
    { kind: "connection", details: { connectionId, sql: "x".repeat(20_001) } },
  ])("is refused with %j", (wrong) => {
    expect(accepts({ ...device, ...wrong })).toBe(false);
  });

  it("never changes its kind or workspace", () => {
    for (const changes of [{ kind: "organization" }, { workspaceId: newId("wsp") }, {}]) {
      expect(SourceChanges.safeParse(changes).success).toBe(false);
    }
  });
});
