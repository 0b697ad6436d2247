import type { Passkey } from "#domain/factors/model.ts";
import { fail } from "#domain/errors.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { write } from "#worker/platform/auth/control-writes.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { PASSKEY_JSON, passkeyIn } from "./passkey-view.ts";

/** Gives a passkey of the signed-in person another name. Error: `auth.factor_not_found`, also for somebody else's. */
export async function renamePasskey(
  ctx: Ctx,
  { id, name }: { id: string; name: string },
): Promise<Passkey> {
  const { userId } = ctx;
  const [found, scope] = await Promise.all([
    controlDb(ctx).first<{ passkey: string }>(
      `SELECT ${PASSKEY_JSON("p")} AS passkey FROM passkeys p WHERE p.id = ? AND p.user_id = ?`,
      id,
      userId,
    ),
    scopeOf(ctx),
  ]);
  if (!found) return fail("auth.factor_not_found");
  const passkey = passkeyIn(JSON.parse(found.passkey));
  const { answer } = await commitControl(scope, {
    writes: [write("UPDATE passkeys SET name = ? WHERE id = ? AND user_id = ?", name, id, userId)],
    authEvents: name === passkey.name ? [] : [{ kind: "factor.passkey_renamed", userId }],
    answer: { ...passkey, name },
  });
  return answer;
}
