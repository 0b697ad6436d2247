import { newId } from "#domain/ids.ts";
import { rowsAfter, writeSeals } from "#worker/platform/audit/chain-rows.ts";
import { forgettable, forgetUpTo, forgottenUpTo } from "#worker/platform/audit/retention-rows.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import type { Env } from "#worker/platform/env.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import type { ChainDeps } from "./audit-chain.ts";
import { chainMemory } from "./chain-memory.ts";

/** The real world of the chain: the organization's database, and the object's own storage as its memory. */
export function chainOf(env: Env, sql: SqlStorage, tenant: () => TenantRef): ChainDeps {
  return {
    memory: chainMemory(sql),
    digest: sha256,
    organizationId: () => tenant().organizationId,
    rowsAfter: (id, limit) => rowsAfter(env, tenant(), id, limit),
    writeSeals: (seals) => writeSeals(env, tenant(), seals),
    forgottenUpTo: () => forgottenUpTo(env, tenant()),
    forgettable: (before, limit) => forgettable(env, tenant(), before, limit),
    forgetUpTo: (place) =>
      forgetUpTo(env, tenant(), place, { at: new Date().toISOString(), requestId: newId("req") }),
  };
}
