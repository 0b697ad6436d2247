import type { Invitation } from "#domain/members/model.ts";
import type { SignedIn } from "#domain/identity/model.ts";
import {
  openBrowser,
  registration,
  signUp,
  type TestBrowser,
} from "#worker/features/identity/testing.ts";
import { change } from "#worker/platform/testing-databases.ts";
import { lastMailTo } from "#worker/platform/testing-mails.ts";

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

/**
 * Goes on with an invitation by the mail that somebody new asks for, from a browser of its own: what the form behind its
 * link sends.
 */
export async function openInvitation(
  invitation: string | null,
  { email, name, password, language }: Record<string, string>,
) {
  const start = { token: invitation, email, language };
  await openBrowser().json("post /auth/invitations/start", start);
  const { token } = await lastMailTo((email ?? "").toLowerCase(), "invitation_continue");
  return { account: "new", token, name, password, language };
}

/**
 * Makes an account one whose address nobody has confirmed, as those are that were made on the command line, and has the
 * link mailed that confirms it.
 */
export async function unconfirm({ me, call }: Pick<Colleague, "me" | "call">): Promise<void> {
  await change("UPDATE users SET email_verified_at = NULL WHERE id = ?", me.person.id);
  await call("post /auth/email/verification");
}

/** A firm with its owner, who can hire: everything through the running Worker. */
export async function openFirm() {
  const { me, browser } = await signUp();
  const owner = colleague(me, browser);
  const { items } = await owner.json<{ items: { id: string; slug: string }[] }>("get /roles");
  const roleId = (slug: string) => items.find((role) => role.slug === slug)?.id ?? "";
  const organizationId = me.organization.id;
  async function join(link: string): Promise<Colleague> {
    const visitor = openBrowser();
    const body = await openInvitation(link, registration({ name: "Lucas Petit", language: "en" }));
    return colleague(await visitor.json<SignedIn>("post /auth/invitations/accept", body), visitor);
  }
  async function hire(slug: string): Promise<Colleague> {
    const body = { email: null, roleId: roleId(slug) };
    const invitation = await owner.json<Invitation>("post /invitations", body);
    return join(invitation.token ?? "");
  }
  return { owner, organizationId, roleId, join, hire };
}
