import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { tokenEvent } from "#domain/tokens/events.ts";
import type { NewToken, Token, TokenInput } from "#domain/tokens/model.ts";
import { blindKeys, MAX_TOKENS, mayEndAt } from "#domain/tokens/rules.ts";
import { formatToken } from "#domain/tokens/token-text.ts";
import { withinKeys } from "#worker/features/members/authority-writes.ts";
import type { Authority } from "#worker/platform/auth/authority.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { guarded, type ControlWrite } from "#worker/platform/auth/control-writes.ts";
import { asPublic, occasionOf } from "#worker/platform/auth/occasion.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { newMail, type Mail } from "#worker/platform/mail/mail.ts";
import { slotOf } from "#worker/platform/tenant-ref.ts";

/**
 * Makes a token for its owner and tells it in the answer, the only place where it ever stands: its hash is stored. Nobody
 * puts a key into a token that they do not hold.
 * @param guards what must hold of the owner when the batch runs.
 * Errors: `permission.denied`, `token.read_needed`, `token.expiry_invalid`, `token.limit`, those of the guards.
 */
export async function mintToken(
  ctx: Ctx,
  actor: Authority,
  owner: Token["owner"],
  input: TokenInput,
  guards: readonly ControlWrite[] = [],
): Promise<NewToken> {
  withinKeys(actor.permissions, input.permissions);
  const blind = blindKeys(input.permissions);
  if (blind.length > 0) return fail("token.read_needed", { permissions: blind });
  const now = ctx.clock.now();
  if (!mayEndAt(input.expiresAt, now)) return fail("token.expiry_invalid");
  const { organizationId, binding } = ctx.tenant;
  const parts = { organizationId, slot: slotOf(binding), principalId: owner.id };
  const service = owner.kind === "service";
  const text = formatToken(
    { ...parts, kind: service ? "service" : "token" },
    crypto.getRandomValues(new Uint8Array(32)),
  );
  const createdAt = isoNow(ctx.clock);
  const token: Token = {
    id: newId("tok", now),
    name: input.name,
    owner,
    permissions: input.permissions,
    withheld: [],
    hint: text.slice(-4),
    createdAt,
    expiresAt: new Date(input.expiresAt).toISOString(),
    usedAt: null,
    usedFrom: null,
  };
  const after = { id: token.id, name: token.name, owner: owner.name };
  const { permissions, expiresAt } = token;
  await commitControl(await scopeOf(ctx), {
    writes: [...guards, insertion(token, organizationId, await sha256(text), actor.userId)],
    // A service account's token is no matter of its maker's account.
    mails: service ? [] : [createdMail(ctx, actor, token)],
    authEvents: service ? [] : [{ kind: "token.created", userId: owner.id, organizationId }],
    events: [
      {
        organizationId,
        actor,
        event: tokenEvent("created", { before: null, after: { ...after, permissions, expiresAt } }),
      },
    ],
    answer: null,
  });
  return { ...token, token: text };
}

/** Tells a verified address that something acts in its person's name from now on. */
function createdMail(ctx: Ctx, actor: Authority, { name, owner }: Token): Mail {
  const { organizationId } = ctx.tenant;
  const { organization } = actor;
  return newMail(ctx.clock, {
    kind: "token_created",
    params: { ...occasionOf(asPublic(ctx)), organizationId, organization, name },
    to: { where: "u.id = ? AND u.email_verified_at IS NOT NULL", params: [owner.id] },
  });
}

function insertion(token: Token, organizationId: string, hash: string, by: string): ControlWrite {
  const column = token.owner.kind === "service" ? "service_id" : "user_id";
  return guarded(
    "token_limit",
    `INSERT INTO api_tokens (hash, id, organization_id, ${column}, name, permissions, hint, created_by, created_at, expires_at)
     SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 WHERE ${MAX_TOKENS} > (SELECT count(*) FROM api_tokens
       WHERE organization_id = ?3 AND ${column} = ?4 AND revoked_at IS NULL AND expires_at > ?9)`,
    hash,
    token.id,
    organizationId,
    token.owner.id,
    token.name,
    JSON.stringify(token.permissions),
    token.hint,
    by,
    token.createdAt,
    token.expiresAt,
  );
}
