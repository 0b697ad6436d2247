import { beforeAll, describe, expect, it } from "vitest";
import type { DashboardView } from "#domain/dashboards/model.ts";
import { newId } from "#domain/ids.ts";
import { expectCommitted } from "#worker/platform/testing-commit.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";
import { addDashboard, addWidget, addWorkspace, answerOf } from "./testing.ts";

let firm: TestOrganization;
beforeAll(async () => {
  firm = await mintOrganization();
});

const titled = (title: string) => ({ version: 1, changes: { title } });

describe("a dashboard", () => {
  it("is committed whole, and found by its title", async () => {
    const { owner } = firm;
    const workspaceId = await addWorkspace(owner);
    const body = { workspaceId, title: " Suivi des agences " };
    const key = { "idempotency-key": "create-dashboard-1" };
    const answer = await owner.call("post /dashboards", body, key);
    expect(answer.status).toBe(201);
    const made = await answer.json<DashboardView>();
    expect(made).toMatchObject({ title: "Suivi des agences", version: 1, parameters: [] });
    expect(made.can).toEqual({ write: true, share: true });
    await expectCommitted(firm, {
      type: "dashboard.created",
      entityId: made.id,
      table: "dashboards",
      row: { title: "Suivi des agences", workspace_id: workspaceId },
      search: "Suivi des agences",
      key: "create-dashboard-1",
    });
    const found = await answerOf<{ items: { href: string }[] }>(owner, "get /search?q=suivi");
    expect(found.items[0]?.href).toBe(`/analytics/w/${workspaceId}/d/${made.id}`);
  });

  it("keeps a stale change out and tells what stands there", async () => {
    const { id } = await addDashboard(firm.owner);
    expect((await firm.owner.call(`patch /dashboards/${id}`, titled("A"))).status).toBe(200);
    const late = await firm.owner.call(`patch /dashboards/${id}`, titled("B"));
    expect([late.status, await late.json()]).toMatchObject([
      409,
      { code: "conflict.version", params: { current: { title: "A", version: 2 } } },
    ]);
  });

  it("is listed by workspace, page by page", async () => {
    const workspaceId = await addWorkspace(firm.owner);
    const ids = [];
    for (const title of ["Un", "Deux", "Trois"]) {
      ids.push((await addDashboard(firm.owner, { workspaceId, title })).id);
    }
    const page = (more: string) =>
      answerOf<{ items: { id: string }[]; nextCursor: string | null }>(
        firm.owner,
        `get /dashboards?workspace=${workspaceId}&limit=2${more}`,
      );
    const first = await page("");
    const second = await page(`&cursor=${first.nextCursor}`);
    const listed = [...first.items, ...second.items].map(({ id }) => id);
    expect(listed).toEqual(ids.toReversed());
    expect(second.nextCursor).toBeNull();
  });

  it("goes with its widgets, and comes back with them", async () => {
    const { id } = await addDashboard(firm.owner);
    const widget = await addWidget(firm.owner, id);
    expect((await firm.owner.call(`delete /dashboards/${id}`)).status).toBe(204);
    expect((await firm.owner.call(`get /dashboards/${id}`)).status).toBe(404);
    expect((await firm.owner.call(`get /widgets/${widget.id}`)).status).toBe(404);
    const layout = { x: 0, y: 0, w: 1, h: 1 };
    const onGone = { dashboardId: id, title: "CA", kind: "table", layout };
    expect((await firm.owner.call("post /widgets", onGone)).status).toBe(404);
    expect((await firm.owner.call(`post /dashboards/${id}/restore`)).status).toBe(200);
    expect((await firm.owner.call(`get /widgets/${widget.id}`)).status).toBe(200);
  });

  it("stands in a workspace of the organization, and is gone with it", async () => {
    const { owner } = firm;
    const lost = await owner.call("post /dashboards", { workspaceId: newId("wsp"), title: "A" });
    expect([lost.status, await lost.json()]).toMatchObject([404, { code: "workspace.not_found" }]);
    const { id, workspaceId } = await addDashboard(owner);
    const widget = await addWidget(owner, id);
    await owner.call(`delete /workspaces/${workspaceId}`);
    for (const path of [`/dashboards/${id}`, `/widgets/${widget.id}`]) {
      expect((await owner.call(`get ${path}`)).status).toBe(404);
    }
  });

  it("is read by whoever may read, and changed by nobody else", async () => {
    const viewer = await firm.join("viewer");
    const { id } = await addDashboard(firm.owner);
    const seen = await answerOf<DashboardView>(viewer, `get /dashboards/${id}`);
    expect(seen.can).toEqual({ write: false, share: false });
    const change = { version: 1, changes: { title: "Autre" } };
    expect((await viewer.call(`patch /dashboards/${id}`, change)).status).toBe(403);
  });
});
