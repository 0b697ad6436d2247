import type { MailContent } from "#domain/mail/model.ts";
import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { clockOf } from "#worker/platform/clock.ts";
import type { Env } from "#worker/platform/env.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { mailsTo, ownersOf } from "./owners.ts";

/**
 * Tells an organization's owners by mail of something that the product did by itself: once for each `key`, however often
 * it is tried. `content` is given what the organization is called.
 */
export async function tellOwners(
  env: Env,
  { organizationId }: TenantRef,
  news: { key: string; content(organization: string): MailContent },
  defer: (work: Promise<unknown>) => void,
): Promise<void> {
  const clock = clockOf(env);
  const { key } = news;
  const scope = {
    env,
    clock,
    requestId: key,
    address: null,
    request: null,
    control: env.CONTROL_DB,
    origin: env.APP_ORIGIN ?? "",
    defer,
  };
  const control = controlDb(scope);
  const [organization, owners] = await Promise.all([
    control.first<{ name: string }>("SELECT name FROM organizations WHERE id = ?", organizationId),
    ownersOf(control, organizationId),
  ]);
  if (!organization) return;
  const mails = mailsTo(clock, owners, news.content(organization.name));
  const once = { key, fingerprint: key, scope: organizationId };
  await commitControl(
    { ...publicScope(scope), idempotency: once },
    { writes: [], mails, answer: null },
  );
}
