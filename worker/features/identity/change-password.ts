import { closeMailTokens, endSessions } from "#worker/platform/auth/mail-tokens.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { guarded } from "#worker/platform/auth/control-writes.ts";
import { asPublic, occasionOf } from "#worker/platform/auth/occasion.ts";
import { hashPassword } from "#worker/platform/auth/password-hash.ts";
import { organizationsOf, tellRoomsOf } from "#worker/platform/auth/tell-rooms.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { passwordChangedMail } from "./account-mails.ts";
import { checkPassword } from "./check-password.ts";
import { askOwnPassword } from "./own-password.ts";

/**
 * Changes the signed-in person's password. Every other session ends, and links to choose a password or an address lose
 * their worth. Errors: `request.rate_limited`, `auth.password_wrong`, `auth.password_weak`, `conflict.version`.
 */
export async function changePassword(
  ctx: Ctx,
  input: { current: string; password: string },
): Promise<undefined> {
  const { userId, sessionId } = ctx;
  const own = await askOwnPassword(ctx, input.current);
  const open = asPublic(ctx);
  const [actor, scope] = await Promise.all([ctx.actor(), scopeOf(ctx)]);
  await checkPassword(input.password, [actor.name, actor.email, actor.organization]);
  const occasion = occasionOf(open);
  const { rows } = await commitControl(scope, {
    writes: [
      guarded(
        "stale",
        "UPDATE users SET password_hash = ? WHERE id = ? AND password_hash = ?",
        await hashPassword(open.env, input.password),
        userId,
        own.stored,
      ),
      endSessions(userId, occasion.at, sessionId),
      closeMailTokens(userId, ["confirm", "reset"], occasion.at),
      ...own.writes,
      organizationsOf(userId),
    ],
    authEvents: [{ kind: "password.changed", userId }],
    mails: [passwordChangedMail(ctx.clock, userId, occasion)],
    answer: null,
  });
  await tellRoomsOf(ctx, userId, rows);
  return undefined;
}
