import { beforeAll, describe, expect, it } from "vitest";
import type { LinkView } from "#domain/dashboards/share/model.ts";
import { answerOf } from "#worker/features/dashboards/testing.ts";
import { openBrowser } from "#worker/features/identity/testing.ts";
import { GUESSES } from "#worker/platform/limit/take-guess.ts";
import { expectCommitted } from "#worker/platform/testing-commit.ts";
import { mintOrganization, testEnv, type TestOrganization } from "#worker/platform/testing.ts";
import { addLink, addPublished } from "./testing.ts";

const PASSWORD = "quatre zèbres lents";
let firm: TestOrganization;
beforeAll(async () => {
  firm = await mintOrganization("Maison Vidal");
});

const open = (body: { token: string; password?: string }, browser = openBrowser()) =>
  browser.call("post /shared/dashboard", body);
const told = async (body: { token: string; password?: string }) => {
  const answer = await open(body);
  const text = await answer.text();
  return { status: answer.status, code: (JSON.parse(text) as { code?: string }).code, text };
};
const set = (id: string, password: string | null) =>
  firm.owner.call(`put /dashboard-links/${id}/password`, { password });

/** A link with a password, and its dashboard. */
async function addLocked() {
  const { id, figures } = await addPublished(firm.owner);
  const link = await addLink(firm.owner, id);
  expect((await set(link.id, PASSWORD)).status).toBe(200);
  return { ...link, dashboardId: id, figures };
}

describe("a public link with a password", () => {
  it("opens with it alone, and tells nothing before: neither figures nor whose they are", async () => {
    const { token, figures, id, dashboardId } = await addLocked();
    for (const [body, code] of [
      [{ token }, "dashboard.link_password_needed"],
      [{ token, password: "" }, "dashboard.link_password_wrong"],
      [{ token, password: `${PASSWORD} ` }, "dashboard.link_password_wrong"],
    ] as const) {
      const refused = await told(body);
      expect(refused).toMatchObject({ status: 403, code });
      for (const word of ["Lyon", "Agences", "Vidal", dashboardId, id])
        expect(refused.text).not.toContain(word);
    }
    const right = await open({ token, password: PASSWORD });
    expect([right.status, await right.json()]).toMatchObject([200, { figures }]);
    const list = await answerOf<{ items: LinkView[] }>(
      firm.owner,
      `get /dashboards/${dashboardId}/links`,
    );
    expect(list.items[0]?.passwordSetAt).toMatch(/^\d{4}-/);
    await expect
      .poll(async () => {
        const now = `get /dashboards/${dashboardId}/links`;
        return (await answerOf<{ items: LinkView[] }>(firm.owner, now)).items[0]?.opens;
      })
      .toBe(1);
  });

  it("follows a change at once, and without one asks for none", async () => {
    const { token, id } = await addLocked();
    await set(id, "un autre mot de passe");
    expect((await told({ token, password: PASSWORD })).code).toBe("dashboard.link_password_wrong");
    expect((await told({ token, password: "un autre mot de passe" })).status).toBe(200);
    const cleared = await (await set(id, null)).json<LinkView>();
    expect(cleared.passwordSetAt).toBeNull();
    expect((await told({ token })).status).toBe(200);
    expect((await told({ token, password: "n’importe quoi" })).status).toBe(200);
  });

  it("is gone when it is taken back or over, whatever password comes with it", async () => {
    const { token, id } = await addLocked();
    const late = await addLocked();
    const past = "UPDATE dashboard_links SET expires_at = '2026-01-01T00:00:00.000Z' WHERE id = ?";
    await firm.db.prepare(past).bind(late.id).run();
    await firm.owner.call(`delete /dashboard-links/${id}`);
    for (const dead of [token, late.token])
      for (const password of [PASSWORD, "faux"])
        expect((await told({ token: dead, password })).status).toBe(410);
    expect((await set(id, PASSWORD)).status).toBe(404);
  });

  it("is set by whoever may share, in their own organization, long enough, with a row of the audit", async () => {
    const { id, dashboardId } = await addLocked();
    await expectCommitted(firm, {
      type: "dashboard_link.password_changed",
      entityId: id,
      table: "dashboard_links",
      row: { dashboard_id: dashboardId },
      search: null,
    });
    expect((await set(id, "court")).status).toBe(422);
    expect((await set(id, "x".repeat(201))).status).toBe(422);
    const member = await firm.join("member");
    await firm.restrict(member, ["analytics.read", "analytics.write"]);
    const path = `put /dashboard-links/${id}/password`;
    expect((await member.call(path, { password: null })).status).toBe(403);
    const other = await mintOrganization("Les Autres");
    expect((await other.owner.call(path, { password: null })).status).toBe(404);
  });

  it("stands as a hash that no list, audit row or kept answer tells", async () => {
    const { id, dashboardId } = await addLocked();
    const row = await firm.db
      .prepare("SELECT password_hash AS hash FROM dashboard_links WHERE id = ?")
      .bind(id)
      .first<{ hash: string }>();
    expect(row?.hash).toMatch(/^\$argon2id\$/);
    const list = await (await firm.owner.call(`get /dashboards/${dashboardId}/links`)).text();
    const tables = ["audit", "outbox", "idempotency"].map(async (table) =>
      JSON.stringify((await firm.db.prepare(`SELECT * FROM ${table}`).all()).results),
    );
    for (const text of [list, ...(await Promise.all(tables))]) {
      expect(text).not.toContain("argon2id");
      expect(text).not.toContain(PASSWORD);
    }
  });

  it("is guessed ten times a minute from one address and sixty from all, also by the right one then", async () => {
    const { token, id } = await addLocked();
    const one = openBrowser();
    const answers: Response[] = [];
    for (let n = 0; n < GUESSES.address + 2; n += 1)
      answers.push(await open({ token, password: `faux ${n}` }, one));
    expect(answers.map(({ status }) => status)).toEqual([
      ...Array.from({ length: GUESSES.address }, () => 403),
      429,
      429,
    ]);
    const late = await open({ token, password: PASSWORD }, one);
    expect(late.status).toBe(429);
    expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await open({ token, password: PASSWORD })).status).toBe(200);
    // What others guess within the minute, without the cost of comparing it.
    const room = testEnv.LIMIT_ROOM.getByName(`guesses/${id}`);
    const left = Array.from({ length: GUESSES.all - GUESSES.address - 1 }, () =>
      room.take(GUESSES.all),
    );
    expect((await Promise.all(left)).map(({ allowed }) => allowed)).not.toContain(false);
    expect((await open({ token, password: PASSWORD })).status).toBe(429);
    const elsewhere = await addLocked();
    expect((await open({ token: elsewhere.token, password: PASSWORD })).status).toBe(200);
  });
});
