import { askSecondFactor } from "#worker/features/factors/ask-second-factor.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { checkCredentials } from "./check-credentials.ts";
import { openSession } from "./open-session.ts";
import { chosenOrganization } from "./chosen-organization.ts";

/**
 * Signs in with email and password, in the organization last used; who has a second factor is asked for it.
 * Errors: `request.rate_limited`, `auth.invalid_credentials`, `permission.denied` (a member of none).
 */
export async function signIn(ctx: PublicCtx, input: { email: string; password: string }) {
  const { userId, chosen, methods, writes } = await checkCredentials(ctx, input);
  if (methods.length > 0) return askSecondFactor(ctx, userId, methods, writes);
  const owner = { userId, organizationId: chosenOrganization(chosen) };
  return openSession(ctx, owner, "sign_in.password", { writes });
}
