import { compareText, sortKey } from "#domain/collation.ts";
import type { ClientRecord } from "./model.ts";
import { PRIORITIES, SIZES, STAGES, STATUSES } from "./values.ts";

/** Columns that a list of clients may be sorted by. */
export const CLIENT_SORTS = [
  "company",
  "contact",
  "status",
  "stage",
  "priority",
  "sector",
  "size",
  "phone",
  "email",
  "nextAction",
  "nextActionOn",
  "ownerId",
  "estimatedMinor",
  "createdAt",
  "updatedAt",
] as const;
export type ClientSort = (typeof CLIENT_SORTS)[number];

/** An order of clients: one column, one direction, ties by id in the same direction. */
export interface ClientOrder {
  sort: ClientSort;
  direction: "asc" | "desc";
}

/** What a column sorts by; null when the field is empty. */
export type SortValue = string | number | null;

/** Where a client stands in each column. Null, for an empty field, goes last in both directions. */
export const VALUE_OF: Record<ClientSort, (client: ClientRecord) => SortValue> = {
  company: (client) => sortKey(client.company) || null,
  contact: (client) => sortKey(client.contact) || null,
  status: (client) => STATUSES.indexOf(client.status),
  stage: (client) => STAGES.indexOf(client.stage),
  priority: (client) => PRIORITIES.indexOf(client.priority),
  sector: (client) => sortKey(client.sector) || null,
  size: (client) => (client.size === null ? null : SIZES.indexOf(client.size)),
  phone: (client) => client.phone || null,
  email: (client) => client.email.toLowerCase() || null,
  nextAction: (client) => sortKey(client.nextAction) || null,
  nextActionOn: (client) => client.nextActionOn,
  ownerId: (client) => client.ownerId,
  estimatedMinor: (client) => client.estimatedMinor,
  createdAt: (client) => client.createdAt,
  updatedAt: (client) => client.updatedAt,
};

function compareValues(a: SortValue, b: SortValue): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return compareText(String(a), String(b));
}

/** The order that the server lists in, for pages that put a live record in its place. */
export function compareClients(order: ClientOrder) {
  const sign = order.direction === "asc" ? 1 : -1;
  const valueOf = VALUE_OF[order.sort];
  return (a: ClientRecord, b: ClientRecord): number => {
    const left = valueOf(a);
    const right = valueOf(b);
    if (left === null && right !== null) return 1;
    if (left !== null && right === null) return -1;
    return sign * (compareValues(left, right) || compareText(a.id, b.id));
  };
}
