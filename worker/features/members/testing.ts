import type { Invitation } from "#domain/members/model.ts";
import type { SignedIn } from "#domain/identity/model.ts";
import {
  GOOD_PASSWORD,
  openBrowser,
  registration,
  signUp,
  type TestBrowser,
} from "#worker/features/identity/testing.ts";
import { change } from "#worker/platform/testing-databases.ts";

/** Somebody of a firm, with a browser of their own. */
export interface Colleague {
  me: SignedIn;
  email: string;
  browser: TestBrowser;
  call(request: string, body?: unknown): Promise<Response>;
  json<T>(request: string, body?: unknown): Promise<T>;
}

function colleague(me: SignedIn, browser: TestBrowser): Colleague {
  return {
    me,
    email: me.person.email,
    browser,
    call: (request, body) => browser.call(request, body, me.accessToken),
    json: (request, body) => browser.json(request, body, me.accessToken),
  };
}

/** A firm with its owner, who can hire: everything through the running Worker. */
export async function openFirm() {
  const { me, browser } = await signUp();
  await change("UPDATE users SET email_verified_at = created_at WHERE id = ?", me.person.id);
  const owner = colleague(me, browser);
  const { items } = await owner.json<{ items: { id: string; slug: string }[] }>("get /roles");
  const roleId = (slug: string) => items.find((role) => role.slug === slug)?.id ?? "";
  const organizationId = me.organization.id;
  async function join(link: string): Promise<Colleague> {
    const { name, email } = registration({ name: "Lucas Petit" });
    const words = { token: link, name, email, password: GOOD_PASSWORD, language: "en" };
    const visitor = openBrowser();
    const body = { account: "new", ...words };
    return colleague(await visitor.json<SignedIn>("post /auth/invitations/accept", body), visitor);
  }
  async function hire(slug: string): Promise<Colleague> {
    const body = { email: null, roleId: roleId(slug) };
    const invitation = await owner.json<Invitation>("post /invitations", body);
    return join(invitation.token ?? "");
  }
  return { owner, organizationId, roleId, join, hire };
}
