import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import type { Env } from "#worker/platform/env.ts";
import type { Mail } from "./mail.ts";

/**
 * Writes mails that no request asked for and sends them: once for each `key`, however often it is tried.
 * @returns how many of them somebody gets: the others' addressees no longer may.
 */
export async function sendOnce(
  env: Env,
  ctx: Pick<Ctx, "tenant" | "clock" | "defer">,
  { key, mails }: { key: string; mails: readonly Mail[] },
): Promise<number> {
  const scope = {
    env,
    clock: ctx.clock,
    requestId: key,
    address: null,
    request: null,
    control: env.CONTROL_DB,
    origin: env.APP_ORIGIN ?? "",
    defer: (work: Promise<unknown>) => ctx.defer(work),
  };
  const ids = mails.map(({ id }) => id);
  const once = { key, fingerprint: key, scope: ctx.tenant.organizationId };
  const { answer } = await commitControl(
    { ...publicScope(scope), idempotency: once },
    { writes: [], mails, answer: ids },
  );
  // The ids of the first try: a second one wrote none.
  const row = await env.CONTROL_DB.prepare(
    "SELECT count(*) AS n FROM mails WHERE id IN (SELECT value FROM json_each(?))",
  )
    .bind(JSON.stringify(answer))
    .first<number>("n");
  return row ?? 0;
}
