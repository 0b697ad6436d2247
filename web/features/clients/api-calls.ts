import { BULK_LIMIT } from "#domain/clients/values.ts";
import type { ClientChanges, ClientView } from "#domain/clients/model.ts";
import { api } from "#web/lib/api.ts";

/** Cuts a list into the portions that one request may carry. */
function portions<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / BULK_LIMIT) }, (_, index) =>
    list.slice(index * BULK_LIMIT, (index + 1) * BULK_LIMIT),
  );
}

/** Changes many clients, portion by portion. A portion holds or fails whole. */
export async function updateMany(
  items: readonly { id: string; changes: ClientChanges }[],
): Promise<ClientView[]> {
  const done: ClientView[] = [];
  for (const portion of portions(items)) {
    done.push(...(await api("post /clients/bulk", { body: { items: portion } })).items);
  }
  return done;
}

/** Deletes many clients, portion by portion. */
export async function deleteMany(ids: readonly string[]): Promise<string[]> {
  const gone: string[] = [];
  for (const portion of portions(ids)) {
    gone.push(...(await api("post /clients/bulk/delete", { body: { ids: portion } })).deleted);
  }
  return gone;
}

/** Brings many deleted clients back, portion by portion. */
export async function restoreMany(ids: readonly string[]): Promise<ClientView[]> {
  const back: ClientView[] = [];
  for (const portion of portions(ids)) {
    back.push(...(await api("post /clients/bulk/restore", { body: { ids: portion } })).items);
  }
  return back;
}
