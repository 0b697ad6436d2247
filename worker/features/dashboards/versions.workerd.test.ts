import { beforeAll, describe, expect, it } from "vitest";
import type { DashboardView, WidgetView } from "#domain/dashboards/model.ts";
import type { VersionItem, VersionView } from "#domain/dashboards/version.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";
import { keepWhenDue } from "./keep-when-due.ts";
import { addDashboard, addWidget, answerOf } from "./testing.ts";

let firm: TestOrganization;
beforeAll(async () => {
  firm = await mintOrganization();
});

const keep = (id: string) => answerOf<VersionItem>(firm.owner, `post /dashboards/${id}/versions`);
const widgetsOf = async (id: string) =>
  (await answerOf<{ items: WidgetView[] }>(firm.owner, `get /widgets?dashboard=${id}`)).items;
const versionsOf = async (id: string) =>
  (await answerOf<{ items: VersionItem[] }>(firm.owner, `get /dashboards/${id}/versions`)).items;

describe("a version of a dashboard", () => {
  it("is kept once as long as nothing changes", async () => {
    const { id } = await addDashboard(firm.owner);
    const widget = await addWidget(firm.owner, id, { title: "CA" });
    const first = await keep(id);
    expect(first.widgets).toEqual([{ id: widget.id, title: "CA" }]);
    expect((await keep(id)).id).toBe(first.id);
    const moved = { version: 1, changes: { layout: { x: 6, y: 0, w: 6, h: 4 } } };
    await answerOf(firm.owner, `patch /widgets/${widget.id}`, moved);
    expect((await keep(id)).id).not.toBe(first.id);
    expect(await versionsOf(id)).toHaveLength(2);
  });

  it("brings back what was changed, taken off and put on since, and keeps what stood there", async () => {
    const { id } = await addDashboard(firm.owner, { title: "Avant" });
    const moved = await addWidget(firm.owner, id, { title: "Déplacé" });
    const gone = await addWidget(firm.owner, id, { title: "Retiré" });
    const same = await addWidget(firm.owner, id, { title: "Pareil" });
    const version = await keep(id);
    const to = { version: 1, changes: { layout: { x: 6, y: 9, w: 6, h: 4 } } };
    await answerOf(firm.owner, `patch /widgets/${moved.id}`, to);
    expect((await firm.owner.call(`delete /widgets/${gone.id}`)).status).toBe(204);
    const fresh = await addWidget(firm.owner, id, { title: "Ajouté" });
    await answerOf(firm.owner, `patch /dashboards/${id}`, {
      version: 1,
      changes: { title: "Après" },
    });

    const path = `post /dashboards/${id}/versions/${version.id}/restore`;
    expect((await answerOf<DashboardView>(firm.owner, path)).title).toBe("Avant");
    const now = new Map((await widgetsOf(id)).map((widget) => [widget.id, widget]));
    expect([...now.keys()].toSorted()).toEqual([moved.id, gone.id, same.id].toSorted());
    expect(now.get(moved.id)?.layout).toEqual(moved.layout);
    expect(now.get(same.id)?.version).toBe(1);

    const [before] = await versionsOf(id);
    expect([before?.title, before?.widgets.some(({ id: one }) => one === fresh.id)]).toEqual([
      "Après",
      true,
    ]);
    await answerOf(firm.owner, `post /dashboards/${id}/versions/${before?.id}/restore`);
    expect((await widgetsOf(id)).map(({ title }) => title).toSorted()).toEqual([
      "Ajouté",
      "Déplacé",
      "Pareil",
    ]);
  });

  it("belongs to one dashboard, and is kept by nobody who may only read", async () => {
    const [one, two] = [await addDashboard(firm.owner), await addDashboard(firm.owner)];
    const version = await keep(one.id);
    const other = await firm.owner.call(
      `post /dashboards/${two.id}/versions/${version.id}/restore`,
    );
    expect([other.status, await other.json()]).toMatchObject([
      404,
      { code: "dashboard.version_not_found" },
    ]);
    const viewer = await firm.join("viewer");
    expect((await viewer.call(`post /dashboards/${one.id}/versions`)).status).toBe(403);
  });

  it("has a name that may be taken away, and is read with all that it holds", async () => {
    const { id } = await addDashboard(firm.owner);
    const widget = await addWidget(firm.owner, id, { title: "CA", sql: "SELECT 7" });
    const version = await keep(id);
    const path = `/dashboards/${id}/versions/${version.id}`;
    const named = await answerOf<VersionItem>(firm.owner, `patch ${path}`, { name: "Clôture" });
    expect(named).toEqual({ ...version, name: "Clôture" });
    expect((await versionsOf(id))[0]?.name).toBe("Clôture");
    const whole = await answerOf<VersionView>(firm.owner, `get ${path}`);
    expect(whole.content.widgets).toMatchObject([{ id: widget.id, sql: "SELECT 7" }]);
    expect((await answerOf<VersionItem>(firm.owner, `patch ${path}`, { name: "" })).name).toBe("");
    const viewer = await firm.join("viewer");
    expect((await viewer.call(`patch ${path}`, { name: "Autre" })).status).toBe(403);
    expect((await viewer.call(`get ${path}`)).status).toBe(200);
  });

  it("is kept by itself after thirty changes, and not before", async () => {
    const { id } = await addDashboard(firm.owner);
    const widget = await addWidget(firm.owner, id, { title: "CA" });
    const move = (version: number) =>
      answerOf(firm.owner, `patch /widgets/${widget.id}`, {
        version,
        changes: { layout: { x: version % 6, y: 0, w: 6, h: 4 } },
      });
    // The dashboard and the widget are at 1 each: the twenty-eighth move is the thirtieth change.
    for (let version = 1; version < 28; version++) await move(version);
    expect(await versionsOf(id)).toEqual([]);
    await move(28);
    await expect.poll(async () => (await versionsOf(id)).length).toBe(1);
    await move(29);
    expect(await versionsOf(id)).toHaveLength(1);
  });

  it("is kept with the first change after a day", async () => {
    const { id } = await addDashboard(firm.owner);
    const ctx = firm.owner.ctx("analytics.write");
    const due = { ...ctx, clock: { now: () => ctx.clock.now() + 25 * 3_600_000 } };
    const kept: Promise<unknown>[] = [];
    keepWhenDue({ ...due, defer: (work) => void kept.push(work) }, id);
    await Promise.all(kept);
    expect(await versionsOf(id)).toHaveLength(1);
    keepWhenDue({ ...due, defer: (work) => void kept.push(work) }, id);
    await Promise.all(kept);
    expect(await versionsOf(id)).toHaveLength(1);
  });
});
