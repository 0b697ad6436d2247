import { beforeAll, describe, expect, it, vi } from "vitest";
import type { SignInEntry } from "#domain/audit/sign-ins.ts";
import { GOOD_PASSWORD, openBrowser } from "#worker/features/identity/testing.ts";
import { openFirm, type Colleague } from "#worker/features/members/testing.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { quiet } from "#worker/platform/testing-quiet.ts";

type Firm = Awaited<ReturnType<typeof openFirm>>;
let firm: Firm;
let away: Firm;
let lucas: Colleague;

beforeAll(async () => {
  quiet();
  [firm, away] = [await openFirm(), await openFirm()];
  lucas = await firm.hire("member");
});

interface Page {
  items: SignInEntry[];
  nextCursor: string | null;
}
const listed = (query = "", by = firm.owner) => by.json<Page>(`get /audit/sign-ins?${query}`);
const kinds = ({ items }: Page) => items.map(({ action }) => action);
const emailOf = (person: Colleague) => person.me.person.email;
const signIn = (email: string, password: string, address: string) =>
  openBrowser(address).call("post /auth/sign-in", { email, password });

describe("the sign-ins of an organization's members", () => {
  it("tell who, what, when, with which device and from where, the last first", async () => {
    await signIn(emailOf(lucas), GOOD_PASSWORD, "192.168.7.9");
    const [first, second] = (await listed(`actorId=${lucas.me.person.id}`)).items;
    const actions = new Set([first?.action, second?.action]);
    expect(actions).toEqual(new Set(["sign_in.new_device", "sign_in.password"]));
    expect(first).toMatchObject({
      actor: { id: lucas.me.person.id, name: lucas.me.person.name, kind: "person" },
      device: "Firefox · Linux",
      place: "local",
      address: "192.168.7.9",
    });
    expect(Date.now() - Date.parse(first?.at ?? "")).toBeLessThan(60_000);
  });

  it("tell of a failed attempt on a member, and of none on an address that is nobody's", async () => {
    const before = (await listed("action=sign_in.failed")).items.length;
    await signIn("personne@example.com", "pas le bon mot de passe", "203.0.113.50");
    await signIn(emailOf(lucas), "pas le bon mot de passe", "203.0.113.51");
    const { items } = await listed("action=sign_in.failed");
    expect(items.length - before).toBe(1);
    expect(items[0]).toMatchObject({ address: "203.0.113.51", place: null });
    expect(JSON.stringify(items)).not.toContain("203.0.113.50");
  });

  it("hold nothing of another organization's people, nor of whoever is no member any more", async () => {
    await signIn(emailOf(away.owner), "pas le bon mot de passe", "203.0.113.60");
    const gone = await firm.hire("viewer");
    const id = gone.me.person.id;
    await signIn(emailOf(gone), GOOD_PASSWORD, "203.0.113.61");
    expect((await listed(`actorId=${id}`)).items.length).toBeGreaterThan(0);
    await firm.owner.json(`delete /members/${id}`);
    const text = JSON.stringify(await listed("limit=200"));
    for (const one of [away.owner.me.person.id, id, "203.0.113.60"])
      expect(text).not.toContain(one);
    expect((await listed(`actorId=${away.owner.me.person.id}`)).items).toEqual([]);
    const people = await firm.owner.json<{ items: { id: string }[] }>("get /audit/sign-ins/people");
    expect(people.items.map((person) => person.id).toSorted()).toEqual(
      [firm.owner.me.person.id, lucas.me.person.id].toSorted(),
    );
  });

  it("begin when the person joined, and name no other organization", async () => {
    const guest = await away.hire("viewer");
    const id = guest.me.person.id;
    const joined = new Date(Date.now() + 1).toISOString();
    await change(
      `INSERT INTO memberships (organization_id, user_id, role_id, created_at) VALUES (?, ?, ?, ?)`,
      firm.organizationId,
      id,
      firm.roleId("viewer"),
      joined,
    );
    expect(kinds(await listed(`actorId=${id}`))).toEqual([]);
    await vi.waitUntil(() => new Date().toISOString() > joined);
    await signIn(emailOf(guest), GOOD_PASSWORD, "203.0.113.70");
    const page = await listed(`actorId=${id}`);
    expect(kinds(page)).toContain("sign_in.password");
    await away.owner.json(`patch /members/${id}`, { roleId: away.roleId("member") });
    const text = JSON.stringify(await listed(`actorId=${id}`));
    expect(text).not.toContain(away.organizationId);
    expect(text).not.toContain("membership");
    const told = await rows(
      "SELECT 1 FROM auth_events WHERE user_id = ? AND kind LIKE 'memb%'",
      id,
    );
    expect(told.length).toBeGreaterThan(0);
  });

  it.each([
    ["a name", () => `q=${encodeURIComponent(lucas.me.person.name.slice(0, 4))}`],
    ["an address of mail", () => `q=${encodeURIComponent(emailOf(lucas).toUpperCase())}`],
    ["a network address", () => "q=192.168.7.9"],
    ["a device", () => "q=firefox+linux"],
    ["a place", () => "q=local"],
    ["a kind, by its name", () => "q=appareil+local"],
    ["a time", () => `from=${new Date(Date.now() - 3_600_000).toISOString()}`],
  ])("are found by %s", async (_what, query) => {
    const { items } = await listed(query());
    expect(items.some(({ actor }) => actor.id === lucas.me.person.id)).toBe(true);
    expect((await listed(`${query()}&action=sign_in.passkey`)).items).toEqual([]);
  });

  it("are not found by what fits none of them", async () => {
    for (const query of ["q=zzz", "q=local+zzz", "to=2020-01-01T00:00:00.000Z", "q=%25"])
      expect((await listed(query)).items).toEqual([]);
  });

  it("come page by page, each once, in order", async () => {
    const all = (await listed("limit=200")).items.map(({ id }) => id);
    expect(all.length).toBeGreaterThan(6);
    expect(all).toEqual(all.toSorted().toReversed());
    const found: string[] = [];
    let cursor = "";
    do {
      const page = await listed(`limit=3${cursor && `&cursor=${cursor}`}`);
      found.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? "";
    } while (cursor);
    expect(found.filter((id) => all.includes(id))).toEqual(all);
  });

  it("are taken out as CSV in words, and each reading is noted", async () => {
    const answer = await firm.owner.call("get /audit/sign-ins/export.csv?language=fr");
    const lines = (await answer.text()).split("\r\n");
    expect(lines[0]).toContain('"Personne";"Id de la personne";"Évènement";"Appareil";"Lieu"');
    expect(lines.join()).toContain('"Connexion par mot de passe";"Firefox · Linux";"réseau local"');
    const noted = async (action: string) => {
      const query = `get /audit/access?action=${action}`;
      return (await firm.owner.json<{ items: unknown[] }>(query)).items.length;
    };
    await vi.waitUntil(async () => (await noted("sign_ins.exported")) === 1);
    await vi.waitUntil(async () => (await noted("sign_ins.listed")) === 1);
  });

  it("are for whoever may read the logs, and taken out by whoever may export them", async () => {
    for (const path of ["sign-ins", "sign-ins/people", "sign-ins/export.csv"])
      expect((await lucas.call(`get /audit/${path}`)).status).toBe(403);
  });
});
