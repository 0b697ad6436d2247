import type { SignedIn } from "#domain/identity/model.ts";
import type { Grant, GrantInput } from "#domain/support/model.ts";
import { signUp, type TestBrowser } from "#worker/features/identity/testing.ts";
import type { Colleague } from "#worker/features/members/testing.ts";
import { change } from "#worker/platform/testing-databases.ts";

/** Somebody of the support: an account of its own, with an organization of its own and a second factor. */
export interface Supporter {
  userId: string;
  browser: TestBrowser;
  /** The answer of going over to an organization that let support in. */
  enter(organizationId: string): Promise<Response>;
  /** The same, as a colleague there. */
  inside(organizationId: string): Promise<Colleague>;
}

/** Marks an account as support's, as the command does, with a passkey as its second factor. */
export async function markSupport(userId: string): Promise<void> {
  await change(
    "INSERT OR IGNORE INTO support_staff (user_id, added_at) VALUES (?, '2026-11-21T09:00:00.000Z')",
    userId,
  );
  await change(
    `INSERT OR IGNORE INTO passkeys (id, user_id, credential_id, public_key, counter, transports, synced, name, created_at)
     VALUES (?1, ?2, ?1, '', 0, '[]', 0, 'Clé', '2026-11-21T09:00:00.000Z')`,
    `pky_${userId.slice(4)}`,
    userId,
  );
}

export async function openSupporter(name = "Nadia Roux"): Promise<Supporter> {
  const { me, browser, token } = await signUp({ name });
  const userId = me.person.id;
  await markSupport(userId);
  const enter = (organizationId: string) =>
    browser.call("post /auth/switch", { organizationId }, token);
  return {
    userId,
    browser,
    enter,
    async inside(organizationId) {
      const answer = await enter(organizationId);
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
      const there = await answer.json<SignedIn>();
      return {
        me: there,
        email: there.person.email,
        browser,
        call: (request, body) => browser.call(request, body, there.accessToken),
        json: (request, body) => browser.json(request, body, there.accessToken),
      };
    },
  };
}

/** Lets support in. */
export function grant(owner: Colleague, more: Partial<GrantInput> = {}): Promise<Grant> {
  return owner.json<Grant>("post /support/grants", { hours: 1, reason: "Import bloqué", ...more });
}
