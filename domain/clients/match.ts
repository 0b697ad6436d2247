import { sortKey } from "#domain/collation.ts";
import type { ClientFilter } from "./filter.ts";
import type { ClientRecord } from "./model.ts";

/**
 * Whether a client belongs to a filtered list, for pages that receive it live. Words (`q`) are left to the
 * server's index: they count as met.
 */
export function matchesFilter(client: ClientRecord, filter: ClientFilter): boolean {
  const { status, stage, priority, size, ownerId, sector, nextActionBefore } = filter;
  if (status && !status.includes(client.status)) return false;
  if (stage && !stage.includes(client.stage)) return false;
  if (priority && !priority.includes(client.priority)) return false;
  if (size && !(client.size && size.includes(client.size))) return false;
  if (ownerId && !ownerId.includes(client.ownerId ?? "none")) return false;
  if (sector && sortKey(client.sector) !== sortKey(sector)) return false;
  if (!nextActionBefore) return true;
  return client.nextActionOn !== null && client.nextActionOn < nextActionBefore;
}
