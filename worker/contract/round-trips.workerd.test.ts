import { beforeAll, describe, expect, it } from "vitest";
import type { Invitation } from "#domain/members/model.ts";
import { ROUTES } from "#worker/app.ts";
import {
  GOOD_PASSWORD,
  openBrowser,
  signUp,
  registration,
} from "#worker/features/identity/testing.ts";
import {
  openFirm,
  openInvitation,
  unconfirm,
  type Colleague,
} from "#worker/features/members/testing.ts";
import { makeToken, using } from "#worker/features/tokens/testing.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { change } from "#worker/platform/testing-databases.ts";
import { lastMailTo } from "#worker/platform/testing-mails.ts";
import { mintOrganization } from "#worker/platform/testing.ts";
import { fillPath, foreignIds, nameOf } from "./samples.ts";

// D1 calls that wait for one another: what a person far from the database feels of each route.

/** Of an answer: how many D1 calls had to wait for one another. */
async function depthOf(answering: Promise<Response>): Promise<number> {
  const answer = await answering;
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  const found = /depth (\d+)/.exec(answer.headers.get("server-timing") ?? "")?.[1];
  if (found === undefined) throw new Error("The answer does not tell its round trips");
  return Number(found);
}

const reads = ROUTES.map((bound) => bound.route).filter(
  (route) => route.method === "get" && route.permission !== "public",
);

describe("a read takes one round trip", () => {
  let home: Awaited<ReturnType<typeof mintOrganization>>;
  let ids: Record<string, string>;
  beforeAll(async () => {
    home = await mintOrganization();
    ids = await foreignIds(home);
  });

  it.each(reads.map((route) => [nameOf(route), route] as const))("%s", async (_name, route) => {
    const query = route.path === "/search" ? "?q=autre" : "";
    expect(await depthOf(home.owner.call(`get ${fillPath(route, ids)}${query}`))).toBe(1);
  });
});

describe("with an API token", () => {
  it("a read takes one and a write two: the token is looked up with what its owner may do", async () => {
    const { owner } = await mintOrganization();
    const { token } = await makeToken(owner, { permissions: ["clients.read", "clients.write"] });
    const call = using(token);
    const made = await call("post /clients", { company: "Port" });
    const { id } = await made.clone().json<{ id: string }>();
    expect(await depthOf(Promise.resolve(made))).toBe(2);
    expect(await depthOf(call("get /clients"))).toBe(1);
    const changes = { version: 1, changes: { company: "Quai" } };
    expect(await depthOf(call(`patch /clients/${id}`, changes))).toBe(2);
  });
});

describe("a write takes two: who asks and what stands, then one batch", () => {
  let firm: Awaited<ReturnType<typeof openFirm>>;
  let lucas: Colleague;
  const owner = (request: string, body?: unknown) => depthOf(firm.owner.call(request, body));
  beforeAll(async () => {
    firm = await openFirm();
    lucas = await firm.hire("viewer");
  });

  it("for roles", async () => {
    const words = { name: "Comptable", permissions: ["clients.read"] };
    const role = await firm.owner.json<{ id: string }>("post /roles", words);
    expect(await owner("post /roles", { ...words, name: "Métreur" })).toBe(2);
    expect(await owner(`patch /roles/${role.id}`, { permissions: [] })).toBe(2);
    expect(await owner(`delete /roles/${role.id}`)).toBe(2);
  });

  it("for members", async () => {
    const path = `/members/${lucas.me.person.id}`;
    expect(await owner(`patch ${path}`, { roleId: firm.roleId("member") })).toBe(2);
    expect(await owner(`delete ${path}`)).toBe(2);
  });

  it("for invitations, accepting one included", async () => {
    const wanted = { email: null, roleId: firm.roleId("viewer") };
    const { id } = await firm.owner.json<Invitation>("post /invitations", wanted);
    expect(await owner("post /invitations", wanted)).toBe(2);
    expect(await owner(`delete /invitations/${id}`)).toBe(2);
    const { token } = await firm.owner.json<Invitation>("post /invitations", wanted);
    const visitor = openBrowser();
    expect(await depthOf(visitor.call("post /auth/invitations/preview", { token }))).toBe(1);
    const person = registration();
    const { email } = registration();
    const start = { token, email, language: "fr" };
    expect(await depthOf(visitor.call("post /auth/invitations/start", start))).toBe(2);
    const body = await openInvitation(token, person);
    expect(await depthOf(visitor.call("post /auth/invitations/accept", body))).toBe(2);
  });

  it("for API tokens and service accounts", async () => {
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    const words = { name: "Export", permissions: ["clients.read"], expiresAt };
    const { id } = await firm.owner.json<{ id: string }>("post /tokens", words);
    expect(await owner("post /tokens", words)).toBe(2);
    expect(await owner(`delete /tokens/${id}`)).toBe(2);
    const account = { name: "Robot", roleId: firm.roleId("viewer") };
    const made = await firm.owner.json<{ id: string }>("post /service-accounts", account);
    expect(await owner("post /service-accounts", { ...account, name: "Autre" })).toBe(2);
    const path = `/service-accounts/${made.id}`;
    expect(await owner(`post ${path}/tokens`, words)).toBe(2);
    expect(await owner(`patch ${path}`, { disabled: true })).toBe(2);
    expect(await owner(`delete ${path}`)).toBe(2);
  });

  it("for sessions: in, on, over and out", async () => {
    const { form, browser, token } = await signUp();
    const { email, password } = form;
    const second = openBrowser();
    expect(await depthOf(second.call("post /auth/sign-in", { email, password }))).toBe(2);
    expect(await depthOf(second.call("post /auth/refresh", {}))).toBe(2);
    const { items } = await browser.json<{ items: { id: string; current: boolean }[] }>(
      "get /auth/sessions",
      undefined,
      token,
    );
    const other = items.find((item) => !item.current)?.id ?? "";
    const call = (request: string, body?: unknown) => depthOf(browser.call(request, body, token));
    expect(await call(`delete /auth/sessions/${other}`)).toBe(2);
    expect(await call("patch /auth/me", { name: "Claire Petit" })).toBe(2);
    const organizationId = (
      await browser.json<{ organization: { id: string } }>("get /auth/me", undefined, token)
    ).organization.id;
    expect(await call("post /auth/switch", { organizationId })).toBe(2);
    // Migrating its database and noting that it is ready come after.
    expect(await call("post /auth/organizations", { name: "Deuxième atelier" })).toBe(3);
    expect(await call("post /auth/organizations", { name: "Deuxième atelier" })).toBe(2);
    expect(await call("post /auth/sign-out-everywhere")).toBe(2);
    await browser.json("post /auth/sign-in", { email, password });
    expect(await depthOf(browser.call("post /auth/sign-out"))).toBe(2);
  });

  it("for what mailed links do, and what asks for them", async () => {
    const claire = await firm.hire("member");
    await unconfirm(claire);
    const own = (request: string, body?: unknown) => depthOf(claire.call(request, body));
    const visitor = (request: string, body: unknown) => depthOf(openBrowser().call(request, body));
    const { email } = claire;
    const { token } = await lastMailTo(email, "email_verify");
    const confirm = await visitor("post /auth/email/confirm", { token });
    const wished = { email: registration().email, password: GOOD_PASSWORD };
    const move = await own("post /auth/email", wished);
    const words = { current: GOOD_PASSWORD, password: "cinq otaries polies dansent" };
    const renew = await own("post /auth/password", words);
    const forget = await visitor("post /auth/password/forgot", { email });
    const link = (await lastMailTo(email, "password_reset")).token;
    const chosen = { token: link, password: GOOD_PASSWORD };
    const reset = await visitor("post /auth/password/reset", chosen);
    const waiting = await firm.hire("member");
    await unconfirm(waiting);
    await change("UPDATE mails SET created_at = '2026-01-01' WHERE recipient = ?", waiting.email);
    const again = await depthOf(waiting.call("post /auth/email/verification"));
    const all = { confirm, forget, reset, again };
    expect(all).toEqual({ confirm: 2, forget: 2, reset: 2, again: 2 });
    // The attempt is counted beside the authority's read, which on this machine can end before counting has begun.
    expect(Math.max(move, renew)).toBeLessThanOrEqual(3);
  });

  it("for asking to register and looking at its link; registering makes a database ready as well", async () => {
    const { email, ...words } = registration();
    const visitor = openBrowser();
    const start = visitor.call("post /auth/register/start", { email, language: "fr" });
    expect(await depthOf(start)).toBe(2);
    const { token } = await lastMailTo(email);
    expect(await depthOf(visitor.call("post /auth/register/view", { token }))).toBe(1);
    expect(await depthOf(visitor.call("post /auth/register", { ...words, token }))).toBe(3);
  });

  it("for a sign-in link", async () => {
    const { me } = await signUp();
    const token = "l".repeat(43);
    const link = "INSERT INTO sign_in_links VALUES (?, ?, '9999', NULL)";
    await change(link, await sha256(token), me.person.id);
    expect(await depthOf(openBrowser().call("post /auth/link", { token }))).toBe(2);
  });
});
