import { sql, type SQL, type SQLWrapper } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { placeOf } from "#domain/clients/cursor.ts";
import { PRIORITIES, SIZES, STAGES, STATUSES } from "#domain/clients/values.ts";
import type { ClientOrder, ClientSort } from "#domain/clients/order.ts";
import { clients } from "./schema.ts";

/** The place of a value in its list, as a number. Values are constants of the domain, so they stand inline. */
function rankOf(column: SQLiteColumn, values: readonly string[]): SQL {
  const cases = values.map((value, rank) => `WHEN '${value}' THEN ${rank}`).join(" ");
  return sql`CASE ${column} ${sql.raw(cases)} END`;
}

/** What a column sorts by: the same value that domain/clients/order.ts computes, null when empty. */
const VALUE_OF: Record<ClientSort, SQLWrapper> = {
  company: clients.companyKey,
  contact: clients.contactKey,
  status: rankOf(clients.status, STATUSES),
  stage: rankOf(clients.stage, STAGES),
  priority: rankOf(clients.priority, PRIORITIES),
  sector: clients.sectorKey,
  size: rankOf(clients.size, SIZES),
  phone: sql`nullif(${clients.phone}, '')`,
  email: sql`nullif(lower(${clients.email}), '')`,
  nextAction: clients.nextActionKey,
  nextActionOn: clients.nextActionOn,
  ownerId: clients.ownerId,
  estimatedMinor: clients.estimatedMinor,
  createdAt: clients.createdAt,
  updatedAt: clients.updatedAt,
};

/** ORDER BY of a list: empty values last in both directions, ties by id. */
export function orderOf(order: ClientOrder): SQL[] {
  const direction = sql.raw(order.direction);
  const value = VALUE_OF[order.sort];
  return [sql`${value} ${direction} NULLS LAST`, sql`${clients.id} ${direction}`];
}

/** The clients after a cursor. Error: `client.cursor_invalid`. */
export function afterCursor(cursor: string, order: ClientOrder): SQL {
  const place = placeOf(cursor, order);
  const value = VALUE_OF[order.sort];
  const beyond = sql.raw(order.direction === "asc" ? ">" : "<");
  if (place.value === null) return sql`(${value} IS NULL AND ${clients.id} ${beyond} ${place.id})`;
  return sql`(${value} ${beyond} ${place.value}
    OR (${value} = ${place.value} AND ${clients.id} ${beyond} ${place.id})
    OR ${value} IS NULL)`;
}
