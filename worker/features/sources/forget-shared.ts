import { BACKUP_DAYS } from "#domain/boards/backups-api.ts";
import type { Clock } from "#worker/platform/clock.ts";
import type { Env } from "#worker/platform/env.ts";
import { log } from "#worker/platform/log.ts";
import { filesPrefix, tenantDatabase } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";

/** As long as files that were taken off their cards: until then a source that was taken out can come back with its rows. */
const KEPT_DAYS = BACKUP_DAYS + 5;
const DAY = 24 * 60 * 60 * 1000;

interface Stored {
  key: string;
  source: string;
  file: string;
  /** UTC milliseconds. */
  uploaded: number;
}

/** A shared source of the database; `gone` is the instant (ISO UTC) since which it, or its workspace, can't be read. */
interface Named {
  id: string;
  file: string;
  gone: string | null;
}

const NAMED = `SELECT s.id, json_extract(s.details, '$.file') AS file,
  coalesce(s.deleted_at, w.deleted_at) AS gone
  FROM data_sources s LEFT JOIN workspaces w ON w.id = s.workspace_id
  WHERE s.kind = 'shared' AND s.id IN (SELECT value FROM json_each(?))`;

/**
 * What the night does about shared files of sources that were taken out, alone or with their workspace, and about bytes that no source
 * names, as a request that broke off leaves them: they are forgotten after 35 days. The source stays and can be shared anew.
 */
export async function forgetShared(env: Env, clock: Clock, tenant: TenantRef): Promise<void> {
  const prefix = `${filesPrefix(tenant)}sources/`;
  const before = clock.now() - KEPT_DAYS * DAY;
  let cursor: string | undefined;
  let forgotten = 0;
  do {
    const page = await env.FILES.list({ prefix, ...(cursor ? { cursor } : {}) });
    cursor = page.truncated ? page.cursor : undefined;
    const stored = page.objects.map(({ key, uploaded }): Stored => {
      const [source = "", file = ""] = key.slice(prefix.length).split("/");
      return { key, source, file: file.split(".", 1)[0] ?? "", uploaded: uploaded.getTime() };
    });
    const due = await dueOf(env, tenant, stored, before);
    if (due.length > 0) await env.FILES.delete(due);
    forgotten += due.length;
  } while (cursor);
  if (forgotten > 0) log("info", "sources.forgotten", { ...tenant, forgotten });
}

/** Keys of those that have been loose since before an instant (UTC milliseconds). */
async function dueOf(
  env: Env,
  tenant: TenantRef,
  stored: readonly Stored[],
  before: number,
): Promise<string[]> {
  if (stored.length === 0) return [];
  const ids = JSON.stringify([...new Set(stored.map(({ source }) => source))]);
  const { results } = await tenantDatabase(env, tenant).prepare(NAMED).bind(ids).all<Named>();
  const named = new Map(results.map((one) => [one.id, one]));
  return stored.flatMap(({ key, source, file, uploaded }) => {
    const owner = named.get(source);
    const held = owner?.file === file ? owner : undefined;
    if (held?.gone === null) return [];
    const since = held ? Date.parse(held.gone ?? "") : uploaded;
    return since < before ? [key] : [];
  });
}
