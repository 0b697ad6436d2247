import { fail } from "#domain/errors.ts";
import { parseToken, TOKEN_PREFIX } from "#domain/tokens/token-text.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import type { Clock } from "#worker/platform/clock.ts";
import type { Env } from "#worker/platform/env.ts";
import { bindingOf } from "#worker/platform/tenant-ref.ts";
import { verifyAccess, type AccessClaims } from "./tokens.ts";

/** Who asks. An access token's claims are signed; an API token's hold only once its hash was found beside the verb. */
export interface Credential extends AccessClaims {
  /** SHA-256 of the API token that was presented. */
  tokenHash?: string;
}

const bearer = (header: string) => /^Bearer (.+)$/i.exec(header)?.[1] ?? null;

/** Throws `auth.token_refused` when a request that takes no token presents one: its cookie is not read then either. */
export function refuseApiToken(request: Request, route: { tokens: boolean }): void {
  const text = bearer(request.headers.get("authorization") ?? "");
  if (text?.startsWith(TOKEN_PREFIX) && !route.tokens) fail("auth.token_refused");
}

/**
 * Reads the `Authorization` header. Errors: `auth.required`, `auth.expired`; of an API token `auth.token_refused` where the
 * route is for people, `auth.token_invalid` when it was mistyped.
 */
export async function readCredential(
  env: Env,
  clock: Clock,
  request: Request,
  route: { tokens: boolean },
): Promise<Credential> {
  refuseApiToken(request, route);
  const text = bearer(request.headers.get("authorization") ?? "");
  if (text === null) return fail("auth.required");
  if (!text.startsWith(TOKEN_PREFIX)) return verifyAccess(env, clock, text);
  const parts = parseToken(text);
  if (!parts) return fail("auth.token_invalid", { reason: "malformed" });
  const { principalId: userId, organizationId, slot } = parts;
  const tenant = { organizationId, binding: bindingOf(slot) };
  return { userId, sessionId: "", tenant, tokenHash: await sha256(text) };
}
