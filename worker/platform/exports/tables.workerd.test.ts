import { beforeAll, describe, expect, it } from "vitest";
import { mintOrganization, testEnv, type TestOrganization } from "#worker/platform/testing.ts";
import { SEALED_COLUMNS } from "#worker/platform/secrets/sealed-columns.ts";
import { CONTROL_EXPORTED, CONTROL_LEFT_OUT, LEFT_OUT } from "./left-out.ts";
import { exportedTables, tableNames } from "./tables.ts";

/**
 * Tables that an archive carries. A new table stands here, or in `LEFT_OUT` with its reason; where it holds secrets, sealed
 * or in the clear, it belongs there.
 */
const EXPORTED = [
  "access_log",
  "audit",
  "audit_retention",
  "audit_seals",
  "board_columns",
  "board_tags",
  "board_view_defaults",
  "board_views",
  "boards",
  "ask_calls",
  "ask_turns",
  "asks",
  "card_templates",
  "clients",
  "comments",
  "data_sources",
  "dashboard_comment_reads",
  "dashboard_comments",
  "dashboard_figures",
  "dashboard_versions",
  "dashboards",
  "former_people",
  "notes",
  "notifications",
  "projections",
  "questions",
  "retention_policy",
  "search_docs",
  "semantic_layers",
  "semantic_versions",
  "tasks",
  "workspaces",
  "widgets",
];

let firm: TestOrganization;
beforeAll(async () => {
  firm = await mintOrganization();
});

describe("a table of an organization", () => {
  it("is carried by an archive, or left out for a reason: a new one must be decided", async () => {
    const names = await tableNames(firm.db);
    expect(names).toEqual([...EXPORTED, ...Object.keys(LEFT_OUT)].toSorted());
    expect(Object.values(LEFT_OUT).filter((reason) => reason.length < 10)).toEqual([]);
  });

  it("that nobody decided about is carried rather than forgotten", async () => {
    await firm.db.prepare("CREATE TABLE novelties (id TEXT PRIMARY KEY, text TEXT) STRICT").run();
    const shapes = await exportedTables(testEnv, firm.tenant);
    expect(shapes.map(({ name }) => name)).toEqual([...EXPORTED, "novelties"].toSorted());
    await firm.db.prepare("DROP TABLE novelties").run();
  });

  it("is carried whole and in the order of its key", async () => {
    const shapes = await exportedTables(testEnv, firm.tenant);
    for (const { name, columns, order } of shapes) {
      const info = await firm.db
        .prepare(`PRAGMA table_info("${name}")`)
        .all<{ name: string; type: string }>();
      expect([name, columns]).toEqual([name, info.results.map((row) => row.name)]);
      expect([name, order.length > 0]).toEqual([name, true]);
      // A BLOB would not come back as it was.
      expect([name, info.results.filter(({ type }) => /BLOB|ANY/i.test(type))]).toEqual([name, []]);
    }
  });

  it("has no sealed column that an archive carries", async () => {
    const shapes = await exportedTables(testEnv, firm.tenant);
    const carried = SEALED_COLUMNS.filter(({ table, column }) =>
      shapes.some(({ name, columns }) => name === table && columns.includes(column)),
    );
    expect(carried).toEqual([]);
  });
});

it("a table of the control database is told of, or left out for a reason: a new one must be decided", async () => {
  const names = await tableNames(testEnv.CONTROL_DB);
  const decided = [...Object.keys(CONTROL_EXPORTED), ...Object.keys(CONTROL_LEFT_OUT)];
  expect(names).toEqual(decided.toSorted());
});
