import { beforeAll, describe, expect, it } from "vitest";
import { PICTURE_BYTES, type Figures } from "#domain/dashboards/share/figures.ts";
import type { LinkView, Published } from "#domain/dashboards/share/model.ts";
import { addDashboard, addWidget, answerOf } from "#worker/features/dashboards/testing.ts";
import { openBrowser } from "#worker/features/identity/testing.ts";
import { change } from "#worker/platform/testing-databases.ts";
import { expectCommitted } from "#worker/platform/testing-commit.ts";
import {
  mintOrganization,
  testEnv,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";
import { forgetPublished } from "./forget-published.ts";
import { addLink, addPublished, figuresOf, PICTURE, publication } from "./testing.ts";

let firm: TestOrganization;
let other: TestOrganization;
beforeAll(async () => {
  firm = await mintOrganization("Maison Vidal");
  other = await mintOrganization("Les Autres");
});

/** What somebody without an account is answered. */
const open = (token: string) => openBrowser().call("post /shared/dashboard", { token });
const stateOf = async (token: string) => {
  const answer = await open(token);
  const body = await answer.json<{ code?: string; figures?: Figures; organization?: string }>();
  return { status: answer.status, ...body };
};
const gone = { status: 410, code: "dashboard.link_gone" };
const filesOf = async (id: string) => {
  const prefix = `${firm.tenant.organizationId}/published/${id}/`;
  return (await testEnv.FILES.list({ prefix })).objects.map(({ key }) => key);
};

describe("publishing figures", () => {
  it("keeps what a browser computed, says what left, and leaves a row of the audit without figures", async () => {
    const { id } = await addDashboard(firm.owner);
    const widget = await addWidget(firm.owner, id);
    const nothing = await answerOf(firm.owner, `get /dashboards/${id}/figures`);
    expect(nothing).toEqual({ published: null });
    const body = publication(figuresOf(widget.id));
    const key = { "idempotency-key": `publish-${id}` };
    const answer = await firm.owner.call(`put /dashboards/${id}/figures`, body, key);
    const made = await answer.json<Published>();
    expect(made.widgets).toEqual([{ id: widget.id, title: "CA par agence", rows: 2 }]);
    expect(made.bytes).toBe(JSON.stringify(body.figures).length);
    await expectCommitted(firm, {
      type: "dashboard_figures.published",
      entityId: id,
      table: "dashboard_figures",
      row: { computed_at: "2026-11-20T08:00:00.000Z", keep_current: 1 },
      search: null,
      key: `publish-${id}`,
    });
    const audit = await firm.db
      .prepare("SELECT changes FROM audit WHERE entity_id = ?")
      .bind(id)
      .all<{ changes: string }>();
    expect(JSON.stringify(audit.results)).not.toContain("1234.5");
  });

  it("keeps one older file for mails on their way, and none once they are taken back", async () => {
    const { id, figures } = await addPublished(firm.owner);
    for (const hour of ["09", "10", "11"]) {
      const computedAt = `2026-11-20T${hour}:00:00.000Z`;
      const body = publication({ ...figures, computedAt });
      await answerOf(firm.owner, `put /dashboards/${id}/figures`, body);
    }
    await expect.poll(() => filesOf(id)).toHaveLength(2);
    expect((await firm.owner.call(`delete /dashboards/${id}/figures`)).status).toBe(204);
    expect(await filesOf(id)).toEqual([]);
    expect((await firm.owner.call(`delete /dashboards/${id}/figures`)).status).toBe(409);
  });

  it("is for whoever may share, of widgets of this dashboard alone", async () => {
    const { id, widgetId } = await addPublished(firm.owner);
    const member = await firm.join("member");
    await firm.restrict(member, ["analytics.read", "analytics.write"]);
    const body = publication(figuresOf(widgetId));
    expect((await member.call(`put /dashboards/${id}/figures`, body)).status).toBe(403);
    expect((await member.call(`get /dashboards/${id}/links`)).status).toBe(403);
    expect((await member.call(`post /dashboards/${id}/links`, { days: 1 })).status).toBe(403);
    const elsewhere = await addPublished(firm.owner);
    const foreign = publication(figuresOf(elsewhere.widgetId));
    const refused = await firm.owner.call(`put /dashboards/${id}/figures`, foreign);
    expect([refused.status, await refused.json()]).toMatchObject([
      422,
      { code: "dashboard.foreign_widget" },
    ]);
  });

  it.each([
    ["rows that are longer than their columns", { rows: [["Lyon", 1, 2]] }],
    ["too many rows", { rows: Array.from({ length: 1001 }, () => ["a", 1]) }],
    ["a cell that is no value", { rows: [["Lyon", { html: "<b>" }]] }],
    ["a chart that is none", { chart: { type: "script", src: "https://x.example" } }],
    ["a field that nobody knows", { sql: "SELECT 1" }],
  ])("refuses %s", async (_name, wrong) => {
    const { id, figures } = await addPublished(firm.owner);
    const widgets = figures.widgets.map((widget) => ({ ...widget, ...wrong }));
    const body = { ...publication(figures), figures: { ...figures, widgets } };
    expect((await firm.owner.call(`put /dashboards/${id}/figures`, body)).status).toBe(422);
  });
});

const give = (person: TestPerson, id: string, letters = PICTURE, version = 1, language = "fr") =>
  person.call(`put /dashboards/${id}/figures/picture`, { version, language, data: btoa(letters) });

describe("the picture of published figures", () => {
  it("lies beside them, goes with them, and waits for those that are published now", async () => {
    const { id, figures } = await addPublished(firm.owner);
    expect((await give(firm.owner, id)).status).toBe(204);
    expect((await give(firm.owner, id)).status).toBe(204);
    expect((await give(firm.owner, id, PICTURE, 1, "en")).status).toBe(204);
    const [file = "", english, picture = ""] = await filesOf(id);
    expect([english, picture]).toEqual([`${file}.en.png`, `${file}.fr.png`]);
    const kept = await testEnv.FILES.get(picture);
    expect(kept?.httpMetadata?.contentType).toBe("image/png");
    expect(await kept?.arrayBuffer().then((bytes) => bytes.byteLength)).toBe(PICTURE.length);
    for (const digest of ["2", "3"]) {
      const body = { ...publication(figures), digest: digest.repeat(64) };
      await answerOf(firm.owner, `put /dashboards/${id}/figures`, body);
    }
    await expect.poll(() => filesOf(id)).toHaveLength(2);
    expect((await filesOf(id)).filter((key) => key.endsWith(".png"))).toEqual([]);
    const late = await give(firm.owner, id);
    expect([late.status, await late.json()]).toMatchObject([409, { code: "conflict.version" }]);
    expect((await give(firm.owner, id, PICTURE, 3)).status).toBe(204);
    await firm.owner.call(`delete /dashboards/${id}/figures`);
    expect(await filesOf(id)).toEqual([]);
    const none = await give(firm.owner, id, PICTURE, 3);
    expect(await none.json()).toMatchObject({ code: "dashboard.not_published" });
  });

  it.each([
    ["another kind of file", "GIF89a" + "x".repeat(60)],
    ["a page that begins like one", PICTURE.slice(0, 8) + "<script>".repeat(8)],
    ["half of one", PICTURE.slice(0, 50)],
    ["one without a size", `${PICTURE.slice(0, 16)}\0\0\0\0${PICTURE.slice(20)}`],
    ["nothing", ""],
  ])("is none by its bytes: %s", async (_name, letters) => {
    const { id } = await addPublished(firm.owner);
    const refused = await give(firm.owner, id, letters);
    expect([refused.status, await refused.json()]).toMatchObject([
      422,
      { code: "dashboard.not_a_picture" },
    ]);
    expect(await filesOf(id)).toHaveLength(1);
  });

  it("has 720 KiB at most, of whoever may share, in their own organization", async () => {
    const { id } = await addPublished(firm.owner);
    const large = PICTURE + "x".repeat(PICTURE_BYTES);
    expect((await give(firm.owner, id, large)).status).toBe(422);
    expect((await give(firm.owner, id, large + large)).status).toBe(413);
    const member = await firm.join("member");
    await firm.restrict(member, ["analytics.read", "analytics.write"]);
    expect((await give(member, id)).status).toBe(403);
    expect((await give(other.owner, id)).status).toBe(404);
    expect(await filesOf(id)).toHaveLength(1);
  });

  it("goes with the figures when the dashboard has been gone for long", async () => {
    const { id } = await addPublished(firm.owner);
    await give(firm.owner, id);
    await firm.owner.call(`delete /dashboards/${id}`);
    const DAY = 86_400_000;
    const after = (days: number) => ({ now: () => Date.now() + days * DAY });
    await forgetPublished(testEnv, after(34), firm.tenant);
    expect(await filesOf(id)).toHaveLength(2);
    await forgetPublished(testEnv, after(36), firm.tenant);
    expect(await filesOf(id)).toEqual([]);
    await firm.owner.call(`post /dashboards/${id}/restore`);
    expect(await answerOf(firm.owner, `get /dashboards/${id}/figures`)).toEqual({
      published: null,
    });
  });
});

describe("a public link", () => {
  it("opens the published figures of its dashboard to whoever has it, and counts that", async () => {
    const hostile = `<img src=x onerror=alert(1)>`;
    const { id, figures } = await addPublished(firm.owner, { title: hostile });
    const link = await addLink(firm.owner, id);
    const seen = await stateOf(link.token);
    expect(seen).toMatchObject({ status: 200, organization: "Maison Vidal" });
    expect(seen.figures).toEqual(figures);
    const read = async () => {
      const list = await answerOf<{ items: LinkView[] }>(firm.owner, `get /dashboards/${id}/links`);
      return list.items[0];
    };
    await expect.poll(async () => (await read())?.opens).toBe(1);
    expect((await read())?.openedAt).toMatch(/^\d{4}-/);
  });

  it("stands as a hash of 256 bits, which no list, audit row or kept answer tells", async () => {
    const { id } = await addPublished(firm.owner);
    const { token } = await addLink(firm.owner, id);
    const secret = token.split(".")[1] ?? "";
    expect(secret).toMatch(/^[\w-]{43}$/);
    const list = await firm.owner.call(`get /dashboards/${id}/links`);
    expect(await list.text()).not.toContain(secret);
    for (const table of ["dashboard_links", "audit", "outbox", "idempotency"]) {
      const { results } = await firm.db.prepare(`SELECT * FROM ${table}`).all();
      expect(JSON.stringify(results)).not.toContain(secret);
    }
  });

  it("opens nothing once it is taken back, at once", async () => {
    const { id } = await addPublished(firm.owner);
    const link = await addLink(firm.owner, id);
    const kept = await addLink(firm.owner, id);
    expect((await firm.owner.call(`delete /dashboard-links/${link.id}`)).status).toBe(204);
    expect(await stateOf(link.token)).toMatchObject(gone);
    expect((await stateOf(kept.token)).status).toBe(200);
    expect((await firm.owner.call(`delete /dashboard-links/${link.id}`)).status).toBe(404);
    expect((await firm.owner.call(`get /dashboard-links/${link.id}/token`)).status).toBe(404);
  });

  it("opens nothing after its time, nor when figures, dashboard or workspace are gone", async () => {
    const { id } = await addPublished(firm.owner);
    const { id: late, token: lateToken } = await addLink(firm.owner, id, 1);
    const past = "UPDATE dashboard_links SET expires_at = '2026-01-01T00:00:00.000Z' WHERE id = ?";
    await firm.db.prepare(past).bind(late).run();
    expect(await stateOf(lateToken)).toMatchObject(gone);

    const { token } = await addLink(firm.owner, id, null);
    await firm.owner.call(`delete /dashboards/${id}`);
    expect(await stateOf(token)).toMatchObject(gone);
    await firm.owner.call(`post /dashboards/${id}/restore`);
    expect((await stateOf(token)).status).toBe(200);
    const { workspaceId } = await answerOf<{ workspaceId: string }>(
      firm.owner,
      `get /dashboards/${id}`,
    );
    await firm.owner.call(`delete /workspaces/${workspaceId}`);
    expect(await stateOf(token)).toMatchObject(gone);

    const second = await addPublished(firm.owner);
    const link = await addLink(firm.owner, second.id);
    await firm.owner.call(`delete /dashboards/${second.id}/figures`);
    expect(await stateOf(link.token)).toMatchObject(gone);
    const none = await firm.owner.call(`post /dashboards/${second.id}/links`, { days: 7 });
    expect(await none.json()).toMatchObject({ code: "dashboard.not_published" });
  });

  it("of one organization reaches nothing of another, whatever it says of itself", async () => {
    const mine = await addPublished(firm.owner);
    const theirs = await addPublished(other.owner);
    const { token } = await addLink(firm.owner, mine.id);
    const { token: foreign } = await addLink(other.owner, theirs.id);
    const [, secret] = token.split(".");
    const [home] = foreign.split(".");
    expect(await stateOf(`${home}.${secret}`)).toMatchObject(gone);
    expect(await stateOf(`${"0".repeat(26)}.${secret}`)).toMatchObject(gone);
    expect(await stateOf(`${secret}`)).toMatchObject(gone);
    expect(await stateOf(`${token}'; DROP TABLE dashboard_links; --`)).toMatchObject(gone);
    expect((await other.owner.call(`delete /dashboards/${mine.id}/figures`)).status).toBe(404);
    const seen = await stateOf(token);
    expect(seen.figures?.widgets.map((widget) => widget.id)).toEqual([mine.widgetId]);
  });

  it("opens nothing once the deletion of its organization has begun", async () => {
    const leaving = await mintOrganization("Sur le départ");
    const { id } = await addPublished(leaving.owner);
    const { token } = await addLink(leaving.owner, id);
    expect((await stateOf(token)).status).toBe(200);
    await change(
      `INSERT INTO organization_deletions (organization_id, asked_by, asked_at, due_at, started_at, reason)
       VALUES (?1, ?2, '2026-11-01', '2026-11-20', '2026-11-20', '')`,
      leaving.tenant.organizationId,
      leaving.owner.userId,
    );
    expect(await stateOf(token)).toMatchObject(gone);
  });

  it("is tried sixty times a minute from one address", async () => {
    const browser = openBrowser();
    const answers: number[] = [];
    for (let n = 0; n < 70; n += 1) {
      answers.push((await browser.call("post /shared/dashboard", { token: "x" })).status);
    }
    expect(answers.filter((status) => status === 410).length).toBeLessThanOrEqual(60);
    expect(answers.at(-1)).toBe(429);
  });

  it("is one of twenty at most", async () => {
    const { id } = await addPublished(firm.owner);
    for (let n = 0; n < 20; n += 1) await addLink(firm.owner, id);
    const more = await firm.owner.call(`post /dashboards/${id}/links`, { days: 7 });
    expect(await more.json()).toMatchObject({ code: "dashboard.too_many_links" });
  });
});
