import { globSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { SEALED_COLUMNS, type AuditRow, type Place } from "#domain/audit/chain.ts";
import type { ChainRecord } from "#domain/audit/verify.ts";

/** An organization's database file, with the id that stands in it. */
export interface OrganizationFile {
  organizationId: string;
  path: string;
}

/** What an outbox object's file says of an organization's chain: the witness outside the database. */
export interface Witness {
  head: Place | null;
  base: Place | null;
  pending: Place | null;
  checkpoints: Place[];
}

/** Opens a file for reading, asks, and closes. Null when the file is not what is asked for. */
function ask<T>(path: string, question: (database: DatabaseSync) => T): T | null {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return question(database);
  } catch (error) {
    if (String(error).includes("no such table")) return null;
    throw error;
  } finally {
    database.close();
  }
}

function all<T>(database: DatabaseSync, sql: string, ...values: (string | number)[]): T[] {
  return database.prepare(sql).all(...values) as T[];
}

const filesOf = (state: string, folder: string) =>
  globSync(`${folder}/*.sqlite`, { cwd: state })
    .filter((name) => !name.endsWith("metadata.sqlite"))
    .map((name) => join(state, name));

/** The databases of organizations that have an audit log with seals. */
export function organizationFiles(state: string): OrganizationFile[] {
  return filesOf(state, "d1/*").flatMap((path) => {
    const sql =
      "SELECT organization_id AS id FROM _meta WHERE (SELECT count(*) FROM audit_seals) >= 0";
    const rows = ask(path, (database) => all<{ id: string }>(database, sql));
    return (rows ?? []).map(({ id }) => ({ organizationId: id, path }));
  });
}

/** What organizations are called, by id. */
export function organizationNames(state: string): Map<string, string> {
  const rows = filesOf(state, "d1/*").flatMap(
    (path) =>
      ask(path, (database) =>
        all<{ id: string; name: string }>(database, "SELECT id, name FROM organizations"),
      ) ?? [],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What the outbox objects remember, by organization. */
export function witnesses(state: string): Map<string, Witness> {
  const found = new Map<string, Witness>();
  for (const path of filesOf(state, "do/*OutboxRoom")) {
    ask(path, (database) => {
      const [row] = all<{ value: string }>(
        database,
        "SELECT value FROM state WHERE name = 'tenant'",
      );
      if (!row) return;
      const { organizationId } = JSON.parse(row.value) as { organizationId: string };
      const places = all<Place & { name: string }>(database, "SELECT name, id, hash FROM chain");
      const place = (name: string) => {
        const one = places.find((item) => item.name === name);
        return one ? { id: one.id, hash: one.hash } : null;
      };
      const checkpoints = all<Place>(database, "SELECT id, hash FROM checkpoints ORDER BY id");
      found.set(organizationId, {
        head: place("head"),
        base: place("base"),
        pending: place("pending"),
        checkpoints: checkpoints.map(({ id, hash }) => ({ id, hash })),
      });
    });
  }
  return found;
}

const RECORDS = `WITH ids AS (
  SELECT id FROM audit WHERE id > ?1 UNION SELECT id FROM audit_seals WHERE id > ?1 ORDER BY id LIMIT ?2)
SELECT ids.id AS place, s.hash, a.id IS NOT NULL AS present, ${SEALED_COLUMNS.map((name) => `a.${name}`).join()}
FROM ids LEFT JOIN audit a ON a.id = ids.id LEFT JOIN audit_seals s ON s.id = ids.id ORDER BY ids.id`;

/** Rows and seals of a file after an id, in order. */
export function recordsAfter({ path }: OrganizationFile, id: number, limit: number): ChainRecord[] {
  type Row = AuditRow & { place: number; hash: string | null; present: number };
  const rows = ask(path, (database) => all<Row>(database, RECORDS, id, limit)) ?? [];
  return rows.map(({ place, hash, present, ...row }) => ({
    id: place,
    row: present === 1 ? row : null,
    hash,
  }));
}

/** Whether the file says that everything up to a place was forgotten by retention. */
export function wasForgotten({ path }: OrganizationFile, place: Place): boolean {
  const sql = "SELECT 1 FROM audit_retention WHERE up_to = ?";
  return (ask(path, (database) => all(database, sql, place.id)) ?? []).length > 0;
}
