import { getTableColumns, type InferInsertModel } from "drizzle-orm";
import type { ClientRecord, ClientView } from "#domain/clients/model.ts";
import { sortKey } from "#domain/collation.ts";
import { can, type Actor } from "#domain/permissions.ts";
import { clients } from "./schema.ts";

const {
  companyKey: _company,
  contactKey: _contact,
  sectorKey: _sector,
  nextActionKey: _nextAction,
  deletedAt: _deleted,
  ...columns
} = getTableColumns(clients);

/** The columns of a `ClientRecord`, without those that only the database needs. */
export const recordColumns = columns;

const KEYED = ["company", "contact", "sector", "nextAction"] as const;

/** Fields of a client with the sort keys that go with them, as they are written. */
export function rowOf<T extends Partial<ClientRecord>>(
  fields: T,
): T & Partial<InferInsertModel<typeof clients>> {
  const keys = KEYED.flatMap((field) => {
    const text = fields[field];
    return text === undefined ? [] : [[`${field}Key`, sortKey(text) || null] as const];
  });
  return { ...fields, ...Object.fromEntries(keys) };
}

/** A client as this person sees it. */
export function viewOf(record: ClientRecord, actor: Pick<Actor, "permissions">): ClientView {
  return {
    ...record,
    can: { write: can(actor, "clients.write"), delete: can(actor, "clients.delete") },
  };
}
