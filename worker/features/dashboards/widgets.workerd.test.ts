import { beforeAll, describe, expect, it } from "vitest";
import { MOST_WIDGETS, type WidgetView } from "#domain/dashboards/model.ts";
import { expectCommitted } from "#worker/platform/testing-commit.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";
import { addDashboard, addWidget, answerOf } from "./testing.ts";

let firm: TestOrganization;
beforeAll(async () => {
  firm = await mintOrganization();
});

const at = (x: number) => ({ x, y: 0, w: 6, h: 4 });

describe("a widget", () => {
  it("is moved by one commit that tells the difference", async () => {
    const { id } = await addDashboard(firm.owner);
    const widget = await addWidget(firm.owner, id);
    const body = { version: 1, changes: { layout: at(6), title: "CA" } };
    const key = { "idempotency-key": "move-widget-1" };
    const answer = await firm.owner.call(`patch /widgets/${widget.id}`, body, key);
    expect(await answer.json()).toMatchObject({ version: 2, layout: at(6) });
    await expectCommitted(firm, {
      type: "widget.updated",
      entityId: widget.id,
      table: "widgets",
      row: { version: 2, layout: JSON.stringify(at(6)) },
      changes: [{ field: "layout", before: at(0), after: at(6) }],
      search: null,
      key: "move-widget-1",
    });
  });

  it("never collides with another one that is moved at the same time; the same one does", async () => {
    const { id } = await addDashboard(firm.owner);
    const one = await addWidget(firm.owner, id);
    const two = await addWidget(firm.owner, id);
    const move = (widget: WidgetView, x: number) =>
      firm.owner.call(`patch /widgets/${widget.id}`, { version: 1, changes: { layout: at(x) } });
    const both = await Promise.all([move(one, 3), move(two, 4)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const late = await move(one, 5);
    expect([late.status, await late.json()]).toMatchObject([
      409,
      { params: { current: { id: one.id, layout: at(3) } } },
    ]);
  });

  it("goes and comes back where it stood", async () => {
    const { id } = await addDashboard(firm.owner);
    const layout = { ...at(2), rank: 3 };
    const widget = await addWidget(firm.owner, id, { layout });
    expect((await firm.owner.call(`delete /widgets/${widget.id}`)).status).toBe(204);
    const listed = await answerOf<{ items: unknown[] }>(firm.owner, `get /widgets?dashboard=${id}`);
    expect(listed.items).toEqual([]);
    const back = await answerOf<WidgetView>(firm.owner, `post /widgets/${widget.id}/restore`);
    expect(back).toMatchObject({ version: 3, layout });
  });

  it("is refused on a dashboard that is full", async () => {
    const { id } = await addDashboard(firm.owner);
    for (let n = 0; n < MOST_WIDGETS; n += 1) await addWidget(firm.owner, id);
    const body = { dashboardId: id, title: "CA", kind: "table", layout: at(0) };
    const answer = await firm.owner.call("post /widgets", body);
    expect([answer.status, await answer.json()]).toMatchObject([
      409,
      { code: "dashboard.full", params: { most: MOST_WIDGETS } },
    ]);
  });
});
