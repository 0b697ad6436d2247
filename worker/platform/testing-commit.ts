import { expect } from "vitest";
import type { TestOrganization } from "./testing.ts";

/** What a commit should have left of one record. */
export interface Committed {
  /** Audit action and outbox type, such as `client.updated`. */
  type: string;
  entityId: string;
  /** The table that holds the record, and the columns that must stand in its row. */
  table: string;
  row: Record<string, unknown>;
  /** The audit difference, in any order. */
  changes?: readonly { field: string; before: unknown; after: unknown }[];
  /** The title under which search finds the record; null when search must not know it. */
  search: string | null;
  /** The idempotency key of the request, when it had one. */
  key?: string;
}

function byField(a: { field: string }, b: { field: string }): number {
  return a.field.localeCompare(b.field);
}

/** Asserts the parts of a commit together: data, audit, outbox, search and the idempotency key. */
export async function expectCommitted(
  organization: TestOrganization,
  expected: Committed,
): Promise<void> {
  const { entityId } = expected;
  const all = async (sql: string, ...values: string[]) =>
    (
      await organization.db
        .prepare(sql)
        .bind(...values)
        .all()
    ).results;
  const [data, audit, outbox, search, keys] = await Promise.all([
    all(`SELECT * FROM ${expected.table} WHERE id = ?`, entityId),
    all("SELECT * FROM audit WHERE entity_id = ? ORDER BY id DESC LIMIT 1", entityId),
    all("SELECT * FROM outbox WHERE entity_id = ? ORDER BY seq DESC LIMIT 1", entityId),
    all("SELECT title FROM search_docs WHERE entity_id = ?", entityId),
    all("SELECT key FROM idempotency WHERE key = ?", expected.key ?? ""),
  ]);
  expect(data, "data").toEqual([expect.objectContaining(expected.row)]);
  expect(audit, "audit").toMatchObject([{ action: expected.type }]);
  expect(outbox, "outbox").toMatchObject([{ type: expected.type }]);
  expect(search, "search").toEqual(expected.search === null ? [] : [{ title: expected.search }]);
  expect(keys, "idempotency").toHaveLength(expected.key ? 1 : 0);
  if (!expected.changes) return;
  const changes = JSON.parse(String(audit[0]?.["changes"])) as { field: string }[];
  expect(changes.toSorted(byField), "changes").toEqual(expected.changes.toSorted(byField));
}
