import { describe, expect, it } from "vitest";
import { rows } from "#worker/platform/testing-databases.ts";
import { testEnv } from "#worker/platform/testing.ts";
import { FATES } from "./control-rows.ts";
import { ROOMS } from "./rooms.ts";

describe("what a deletion knows of", () => {
  it("is every kind of live object of wrangler.toml", () => {
    const bindings = Object.entries(testEnv).flatMap(([name, value]) =>
      value?.constructor?.name === "DurableObjectNamespace" && !name.startsWith("__") ? [name] : [],
    );
    expect(bindings.length).toBeGreaterThan(2);
    expect(Object.keys(ROOMS).toSorted()).toEqual(bindings.toSorted());
  });

  it("is every table of the control database", async () => {
    const tables = await rows<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' AND name <> 'd1_migrations'",
    );
    expect(Object.keys(FATES).toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
  });

  it("is every table of it that names an organization", async () => {
    const named = await rows<{ name: string }>(
      `SELECT name FROM sqlite_master WHERE type = 'table'
       AND (sql LIKE '%organization_id%' OR sql LIKE '%REFERENCES roles%' OR sql LIKE '%REFERENCES divisions%')`,
    );
    const kept = named.filter(({ name }) => FATES[name] === "a person's own");
    expect(named.length).toBeGreaterThan(8);
    expect(kept).toEqual([]);
  });
});
