import type { Context } from "hono";
import type { Authority } from "#worker/platform/auth/authority.ts";
import type { Credential } from "#worker/platform/auth/credential.ts";
import { noteUse } from "#worker/platform/auth/note-use.ts";
import { addressOf } from "#worker/platform/http/address.ts";
import type { AppEnv } from "#worker/platform/http/vars.ts";
import { takeRequest, type Asker } from "./take-request.ts";

/**
 * Counts a request and notes for the log who made it. An access token proves its person, who is counted beside the
 * authority check; an API token proves nothing before it was found, so that nobody uses up another's minute with a made-up one.
 * Error: `request.rate_limited`.
 */
export async function admit(
  c: Context<AppEnv>,
  credential: Credential,
  actor: Promise<Authority>,
): Promise<void> {
  const { userId, tenant } = credential;
  const asker: Asker =
    credential.tokenHash === undefined ? { of: "person", id: userId } : askerOf(c, await actor);
  c.set("caller", { userId, organizationId: tenant.organizationId });
  c.set("allowance", await takeRequest(c.env, c.get("requestId"), asker));
}

function askerOf(c: Context<AppEnv>, actor: Authority): Asker {
  const use = { env: c.env, clock: c.get("clock"), requestId: c.get("requestId") };
  if (actor.token)
    c.executionCtx.waitUntil(noteUse({ ...use, address: addressOf(c.req.raw) }, actor.token));
  if (actor.kind === "service") return { of: "service", id: actor.userId };
  return { of: "token", id: actor.token?.id ?? actor.userId };
}
