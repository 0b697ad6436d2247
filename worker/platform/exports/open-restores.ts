import type { Env } from "#worker/platform/env.ts";
import type { RestoreOrder } from "./restore-rpc.ts";

/** Restorations that are under way, or wait for their archive. `createdAt`: ISO 8601 UTC. */
export async function openRestores(
  env: Env,
): Promise<(RestoreOrder & { state: "receiving" | "running"; createdAt: string })[]> {
  const found = await env.CONTROL_DB.prepare(
    `SELECT id, organization_id AS organizationId, user_id AS userId, name, size, state, created_at AS createdAt
     FROM restores WHERE state IN ('receiving', 'running')`,
  ).all<RestoreOrder & { state: "receiving" | "running"; createdAt: string }>();
  return found.results;
}
