import type { PublicCtx } from "#worker/platform/bind.ts";
import { checkCredentials } from "./check-credentials.ts";
import { openSession } from "./open-session.ts";
import { chosenOrganization } from "./queries.ts";

/**
 * Signs in with email and password, in the organization last used.
 * Errors: `request.rate_limited`, `auth.invalid_credentials`, `permission.denied` (a member of none).
 */
export async function signIn(ctx: PublicCtx, input: { email: string; password: string }) {
  const { userId, chosen, writes } = await checkCredentials(ctx, input);
  const owner = { userId, organizationId: chosenOrganization(chosen) };
  return openSession(ctx, owner, "sign_in.password", { writes });
}
