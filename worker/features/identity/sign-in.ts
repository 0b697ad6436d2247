import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { checkCredentials } from "./check-credentials.ts";
import { answerSession, newSession } from "./open-session.ts";
import { chooseOrganization } from "./queries.ts";

/**
 * Signs in with email and password, in the organization last used.
 * Errors: `request.rate_limited`, `auth.invalid_credentials`, `permission.denied` (a member of none).
 */
export async function signIn(ctx: PublicCtx, input: { email: string; password: string }) {
  const { userId, writes } = await checkCredentials(ctx, input);
  const organizationId = await chooseOrganization(controlDb(ctx), userId);
  const session = await newSession(ctx, { userId, organizationId }, "sign_in.password");
  await commitControl(publicScope(ctx), {
    writes: [...writes, ...session.writes],
    authEvents: [session.event],
    answer: null,
  });
  return answerSession(ctx, { ...session, sessionId: session.id, userId, organizationId });
}
