import { beforeAll, describe, expect, it } from "vitest";
import type { Me, SignedIn } from "#domain/identity/model.ts";
import { newId } from "#domain/ids.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { openBrowser, refusal, signUp } from "./testing.ts";

let first: Awaited<ReturnType<typeof signUp>>;
let second: SignedIn;

beforeAll(async () => {
  first = await signUp();
  const body = { name: "Zénith ingénierie" };
  second = await first.browser.json<SignedIn>("post /auth/organizations", body, first.token);
});

const switchTo = (organizationId: string, token: string) =>
  first.browser.call("post /auth/switch", { organizationId }, token);

describe("switching organizations", () => {
  it("goes on in the other one with a token of its own", async () => {
    const answer = await switchTo(first.me.organization.id, second.accessToken);
    const me = await answer.json<SignedIn>();
    expect(me.organization.id).toBe(first.me.organization.id);
    expect(me.organizations.map((one) => one.id).toSorted()).toEqual(
      [first.me.organization.id, second.organization.id].toSorted(),
    );
    const seen = await first.browser.json<Me>("get /auth/me", undefined, me.accessToken);
    expect(seen.organization.id).toBe(first.me.organization.id);
  });

  it("says the same of somebody else's organization as of one that does not exist", async () => {
    const stranger = await signUp();
    const theirs = await switchTo(stranger.me.organization.id, first.token);
    const nobodys = await switchTo(newId("org"), first.token);
    expect(await refusal(theirs)).toEqual([404, "organization.not_found"]);
    expect(await refusal(nobodys)).toEqual([404, "organization.not_found"]);
  });

  it("is remembered: signing in again goes on there, a refresh stays where its tab is", async () => {
    const { email, password } = first.form;
    const browser = openBrowser();
    const me = await browser.json<SignedIn>("post /auth/sign-in", { email, password });
    await browser.json(
      "post /auth/switch",
      { organizationId: second.organization.id },
      me.accessToken,
    );
    const again = await openBrowser().json<SignedIn>("post /auth/sign-in", { email, password });
    expect(again.organization.id).toBe(second.organization.id);
    const organizationId = first.me.organization.id;
    const tab = await browser.json<SignedIn>("post /auth/refresh", { organizationId });
    expect(tab.organization.id).toBe(organizationId);
  });

  it("happens by itself on the next refresh when a membership ended", async () => {
    const { email, password } = first.form;
    const browser = openBrowser();
    const me = await browser.json<SignedIn>("post /auth/sign-in", { email, password });
    const here = me.organization.id;
    const [row] = await rows<Record<string, string>>(
      "SELECT * FROM memberships WHERE organization_id = ? AND user_id = ?",
      here,
      me.person.id,
    );
    await change(
      "DELETE FROM memberships WHERE organization_id = ? AND user_id = ?",
      here,
      me.person.id,
    );
    const refused = await browser.call("get /auth/me", undefined, me.accessToken);
    expect(await refusal(refused)).toEqual([403, "permission.denied"]);
    const next = await browser.json<SignedIn>("post /auth/refresh", { organizationId: here });
    expect(next.organization.id).not.toBe(here);
    await change(
      "INSERT INTO memberships (organization_id, user_id, role_id, created_at) VALUES (?, ?, ?, ?)",
      here,
      me.person.id,
      row?.["role_id"] ?? "",
      row?.["created_at"] ?? "",
    );
  });

  it("tells every organization of a new name", async () => {
    const name = "Claire Morvan-Petit";
    const me = await first.browser.json<Me>(
      "patch /auth/me",
      { name, language: "en" },
      first.token,
    );
    expect(me.person).toMatchObject({ name, language: "en" });
    const members = await first.browser.json<{ items: object[] }>(
      "get /members",
      undefined,
      second.accessToken,
    );
    expect(members.items).toMatchObject([{ name }]);
    expect(await rows("SELECT * FROM pending_events")).toEqual([]);
  });
});
