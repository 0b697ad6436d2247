import type { Manifest } from "#domain/exports/manifest.ts";
import type { RestoreFault, RestoreResult } from "#domain/exports/restore-model.ts";
import { restoredEvent } from "#domain/exports/events.ts";
import { newId } from "#domain/ids.ts";
import { commitControl } from "#worker/platform/auth/control-commit.ts";
import { write } from "#worker/platform/auth/control-writes.ts";
import { isoNow, systemClock } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Env } from "#worker/platform/env.ts";
import { restoreScope } from "#worker/platform/exports/claim.ts";
import type { RestoreOrder } from "#worker/platform/exports/restore-rpc.ts";
import { openAsSystem } from "#worker/platform/system-ctx.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";

/** The first row of the restored log that was not in the archive: where everything before it comes from. */
export async function tellRestored(
  env: Env,
  tenant: TenantRef,
  order: RestoreOrder,
  manifest: Manifest,
  result: RestoreResult,
): Promise<void> {
  const pokes: Promise<unknown>[] = [];
  const ctx = openAsSystem(env, tenant, {
    requestId: newId("req"),
    key: `restored:${order.id}`,
    defer: (work) => void pokes.push(work),
  });
  const after = {
    id: tenant.organizationId,
    name: order.name ?? manifest.organization.name,
    origin: manifest.organization.id,
    archive: manifest.id,
    madeBy: manifest.madeBy.name,
    dataAt: manifest.at,
    chainHead: manifest.audit.head?.hash ?? null,
    restoredBy: order.userId,
    ...result,
  };
  await commit(ctx, {
    writes: [],
    events: [restoredEvent("restored", { before: null, after })],
    answer: null,
  });
  await Promise.all(pokes);
}

/** Notes why a restoration came to nothing. One that was cancelled stays cancelled. */
export async function failRestore(env: Env, id: string, fault: RestoreFault): Promise<void> {
  await commitControl(
    restoreScope(env, () => undefined),
    {
      writes: [
        write(
          "UPDATE restores SET state = 'failed', fault = ?, place = ?, finished_at = ? WHERE id = ? AND state = 'running'",
          fault.kind,
          fault.place.slice(0, 200),
          isoNow(systemClock),
          id,
        ),
      ],
      answer: null,
    },
  );
}
