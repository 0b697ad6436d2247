import type { AccessEntry, AuditEntry } from "#domain/audit/model.ts";
import type { TestOrganization, TestPerson } from "#worker/platform/testing.ts";

interface Answer<T> {
  items: T[];
  nextCursor: string | null;
}

/** A page of the audit log. */
export async function auditOf(person: TestPerson, query = ""): Promise<Answer<AuditEntry>> {
  return (await person.call(`get /audit?${query}`)).json();
}

/** A page of the access log. */
export async function accessOf(person: TestPerson, query = ""): Promise<Answer<AccessEntry>> {
  return (await person.call(`get /audit/access?${query}`)).json();
}

/** Writes this many audit rows dated `at`, as many commits would. */
export async function addRows(organization: TestOrganization, count: number, at: string) {
  const rows = Array.from({ length: count }, (_, i) => ({ name: `Client ${i + 1}`, at }));
  await organization.db
    .prepare(
      `INSERT INTO audit (at, actor_id, actor_name, action, entity, entity_id, label, changes, request_id)
       SELECT value ->> '$.at', 'usr_old', 'Hugo Perrin', 'client.created', 'client', 'cli_old',
         value ->> '$.name', '[]', 'req_old' FROM json_each(?)`,
    )
    .bind(JSON.stringify(rows))
    .run();
}

/** Drops every trigger, as somebody with the database file could. */
export async function dropTriggers({ db }: TestOrganization): Promise<void> {
  const found = await db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    .all<{ name: string }>();
  for (const { name } of found.results) await db.prepare(`DROP TRIGGER ${name}`).run();
}
