import type { Factors } from "#domain/factors/model.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { PASSKEY_JSON, passkeyIn } from "./passkey-view.ts";

interface Row {
  factors: string;
}

/** The second factors of the signed-in person, and what their organization demands. */
export async function listFactors(ctx: Ctx): Promise<Factors> {
  const [actor, row] = await Promise.all([
    ctx.actor(),
    controlDb(ctx).first<Row>(
      `SELECT json_object(
       'totp', (SELECT json_object('confirmedAt', confirmed_at) FROM totp_factors
         WHERE user_id = ?1 AND confirmed_at IS NOT NULL),
       'passkeys', (SELECT json_group_array(${PASSKEY_JSON("p")} ORDER BY p.created_at, p.id)
         FROM passkeys p WHERE p.user_id = ?1),
       'recovery', (SELECT json_object('left', sum(used_at IS NULL), 'createdAt', max(created_at))
         FROM recovery_codes WHERE user_id = ?1 GROUP BY user_id)) AS factors`,
      ctx.userId,
    ),
  ]);
  const { organization, factorDue: from } = actor;
  const stored = JSON.parse(row?.factors ?? "") as Omit<Factors, "demand" | "passkeys"> & {
    passkeys: Parameters<typeof passkeyIn>[0][];
  };
  const factors = { ...stored, passkeys: stored.passkeys.map(passkeyIn) };
  return { ...factors, demand: from === null ? null : { organization, from } };
}
