import { beforeAll, describe, expect, it } from "vitest";
import type { Session, SignedIn } from "#domain/identity/model.ts";
import { change } from "#worker/platform/testing-databases.ts";
import { GOOD_PASSWORD, openBrowser, refusal, signUp, type TestBrowser } from "./testing.ts";

let claire: Awaited<ReturnType<typeof signUp>>;
let near: TestBrowser;
let token: string;

async function signIn(browser: TestBrowser, person = claire): Promise<string> {
  const body = { email: person.form.email, password: GOOD_PASSWORD };
  return (await browser.json<SignedIn>("post /auth/sign-in", body)).accessToken;
}
beforeAll(async () => {
  claire = await signUp();
  near = openBrowser("10.0.0.9");
  token = await signIn(near);
});

const sessions = async (browser = near, bearer = token) =>
  (await browser.json<{ items: Session[] }>("get /auth/sessions", undefined, bearer)).items;

describe("the devices of a person", () => {
  it("tell where the sign-in came from, the one that asks first", async () => {
    const [mine, other] = await sessions();
    expect(mine).toMatchObject({ current: true, place: "local", seenPlace: "local" });
    expect(other).toMatchObject({ current: false, place: null, device: "Firefox · Linux" });
  });

  it("tell where they were last used from, beside where they signed in", async () => {
    const home = openBrowser("203.0.113.80");
    await signIn(home);
    const cookie = home.cookie();
    const office = openBrowser("192.168.4.4");
    office.setCookie(cookie);
    await office.json("post /auth/refresh", {});
    const found = (await sessions()).find(({ seenPlace, current }) => seenPlace && !current);
    expect(found).toMatchObject({ place: null, seenPlace: "local" });
    await change("UPDATE sessions SET place = 'DE' WHERE id = ?", found?.id ?? "");
    expect((await sessions()).find(({ id }) => id === found?.id)?.place).toBe("DE");
  });

  it("are all signed out but the one that asks, on their next request", async () => {
    const lucas = await signUp();
    const [phone, desk] = [openBrowser(), openBrowser()];
    const [onPhone, onDesk] = [await signIn(phone, lucas), await signIn(desk, lucas)];
    await phone.json("delete /auth/sessions", undefined, onPhone);
    for (const [browser, bearer] of [
      [desk, onDesk],
      [lucas.browser, lucas.token],
    ] as const) {
      const answer = await browser.call("get /auth/me", undefined, bearer);
      expect(await refusal(answer)).toEqual([401, "auth.required"]);
      expect((await browser.call("post /auth/refresh", {})).status).toBe(401);
    }
    expect(await sessions(phone, onPhone)).toHaveLength(1);
    // Of nobody else.
    expect((await near.call("get /auth/me", undefined, token)).status).toBe(200);
  });
});

interface Events {
  items: { id: string; kind: string; place: string | null; address: string | null }[];
  nextCursor: string | null;
}
const events = (query = "", browser = near, bearer = token) =>
  browser.json<Events>(`get /auth/events?${query}`, undefined, bearer);

const kinds = async (group: string) =>
  new Set((await events(`group=${group}`)).items.map(({ kind }) => kind));

describe("the events of an account", () => {
  it("tell place and address of what the person did", async () => {
    const { items } = await events("group=sign_in");
    const first = items.find(({ address }) => address === "10.0.0.9");
    expect(first).toMatchObject({ place: "local" });
  });

  it("come by group", async () => {
    await near.call("post /auth/password", { current: "non", password: GOOD_PASSWORD }, token);
    expect(await kinds("refused")).toEqual(new Set(["password.refused"]));
    expect(await kinds("sign_in")).not.toContain("password.refused");
    expect(await kinds("factors")).toEqual(new Set());
    expect((await near.call("get /auth/events?group=all", undefined, token)).status).toBe(422);
  });

  it("come page by page, each once, the last first", async () => {
    const all = (await events("limit=200")).items.map(({ id }) => id);
    expect(all.length).toBeGreaterThan(4);
    const found: string[] = [];
    let cursor = "";
    do {
      const page = await events(`limit=2${cursor && `&cursor=${cursor}`}`);
      found.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? "";
    } while (cursor);
    expect(found).toEqual(all);
  });

  it("tell nothing of where somebody else is who changed the account", async () => {
    const lucas = await signUp();
    const { browser, token: bearer, me } = lucas;
    await change(
      `INSERT INTO memberships (organization_id, user_id, role_id, created_at)
       SELECT organization_id, ?, id, '2026-01-01T00:00:00.000Z' FROM roles WHERE organization_id = ? AND slug = 'viewer'`,
      claire.me.person.id,
      me.organization.id,
    );
    await browser.json(`delete /members/${claire.me.person.id}`, undefined, bearer);
    const { items } = await events("group=other");
    const removed = items.find(({ kind }) => kind === "membership.removed");
    expect(removed).toMatchObject({ device: null, place: null, address: null });
  });
});
