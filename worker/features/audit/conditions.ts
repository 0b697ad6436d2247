import { and, eq, gte, lt, or, sql, type SQL } from "drizzle-orm";
import type { AccessFilter, AuditFilter } from "#domain/audit/filter.ts";
import { ftsQuery } from "#domain/search/match.ts";
import { audit } from "#worker/platform/audit-table.ts";
import { accessLog } from "./schema.ts";

const ID = /^[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}$/;
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]*:[\da-f:.]+)$/i;

/** Words, or what people copy out of elsewhere: the number of a request, the id of a record, an address. */
function matching(q: string | undefined): SQL | undefined {
  if (!q) return undefined;
  if (ID.test(q)) {
    return q.startsWith("req_")
      ? eq(audit.requestId, q)
      : or(eq(audit.entityId, q), eq(audit.actorId, q));
  }
  if (ADDRESS.test(q)) return eq(audit.address, q.toLowerCase());
  const query = ftsQuery(q);
  if (!query) return sql`0`;
  return sql`${audit.id} IN (SELECT rowid FROM audit_index WHERE audit_index MATCH ${query})`;
}

function entityOf(action: string): string {
  return action.split(".")[0] ?? action;
}

/** The audit rows that a filter lets through, those before an id. */
export function auditCondition(filter: AuditFilter, before: number): SQL | undefined {
  const { actorId, action, entity, recordId, from, to } = filter;
  return and(
    lt(audit.id, before),
    actorId ? eq(audit.actorId, actorId) : undefined,
    // An action begins with its kind of record, by which there is an index.
    action ? and(eq(audit.action, action), eq(audit.entity, entityOf(action))) : undefined,
    entity ? eq(audit.entity, entity) : undefined,
    recordId ? or(eq(audit.entityId, recordId), eq(audit.containerId, recordId)) : undefined,
    from ? gte(audit.at, from) : undefined,
    to ? lt(audit.at, to) : undefined,
    matching(filter.q),
  );
}

/** The access rows that a filter lets through, those before an id. */
export function accessCondition(filter: AccessFilter, before: number): SQL | undefined {
  const { actorId, action, from, to } = filter;
  return and(
    lt(accessLog.id, before),
    actorId ? eq(accessLog.actorId, actorId) : undefined,
    action ? eq(accessLog.action, action) : undefined,
    from ? gte(accessLog.at, from) : undefined,
    to ? lt(accessLog.at, to) : undefined,
  );
}
