import { beforeAll, describe, expect, it } from "vitest";
import type { WorkspaceItem, WorkspaceView } from "#domain/workspaces/model.ts";
import { expectCommitted } from "#worker/platform/testing-commit.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";
import { MODEL, sourceOf } from "./testing.ts";

interface Page {
  items: WorkspaceItem[];
  nextCursor: string | null;
}

let organization: TestOrganization;

beforeAll(async () => {
  organization = await mintOrganization();
});

async function make<T = { id: string; version: number }>(path: string, body: object): Promise<T> {
  const answer = await organization.owner.call(`post /${path}`, body);
  if (answer.status !== 201) throw new Error(`${path} ${answer.status} ${await answer.text()}`);
  return answer.json<T>();
}
const workspace = (title: string) => make<WorkspaceView>("workspaces", { title });
const found = async (q: string) => {
  const answer = await organization.owner.call(`get /search?q=${q}`);
  return (await answer.json<{ items: { entityId: string }[] }>()).items.map((hit) => hit.entityId);
};

describe("a workspace", () => {
  it("is committed whole, changed with its difference and told to lists", async () => {
    const { owner } = organization;
    const made = await make<WorkspaceView>("workspaces", { title: " Ventes " });
    expect(made).toMatchObject({ title: "Ventes", version: 1, can: { write: true } });
    const body = { version: 1, changes: { description: "Du groupe" } };
    const key = { "idempotency-key": "workspace-1" };
    const answer = await owner.call(`patch /workspaces/${made.id}`, body, key);
    expect(await answer.json()).toMatchObject({ description: "Du groupe", version: 2 });
    await expectCommitted(organization, {
      type: "workspace.updated",
      entityId: made.id,
      table: "workspaces",
      row: { title: "Ventes", description: "Du groupe", version: 2 },
      changes: [{ field: "description", before: "", after: "Du groupe" }],
      search: "Ventes",
      key: "workspace-1",
    });
    const stale = await owner.call(`patch /workspaces/${made.id}`, {
      version: 1,
      changes: { title: "Autre" },
    });
    expect([stale.status, await stale.json()]).toMatchObject([
      409,
      { code: "conflict.version", params: { current: { version: 2, can: { write: true } } } },
    ]);
  });

  it("lets one of several changes of one version through", async () => {
    const { id } = await workspace("Course");
    const attempts = ["a", "b", "c"].map((title) =>
      organization.owner.call(`patch /workspaces/${id}`, { version: 1, changes: { title } }),
    );
    const statuses = (await Promise.all(attempts)).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });

  it("counts what it holds, page by page", async () => {
    const home = await mintOrganization();
    const own = organization;
    organization = home;
    const first = await workspace("Premier");
    await make("data-sources", sourceOf(first.id));
    const gone = await make("questions", { workspaceId: first.id, title: "Non", sql: "FROM a" });
    await home.owner.call(`delete /questions/${gone.id}`);
    await make("questions", { workspaceId: first.id, title: "Oui", sql: "FROM a" });
    await workspace("Second");
    const page = async (query: string) =>
      (await home.owner.call(`get /workspaces${query}`)).json<Page>();
    const start = await page("?limit=1");
    expect(start.items).toMatchObject([{ title: "Second", sources: 0, questions: 0 }]);
    const rest = await page(`?limit=1&cursor=${start.nextCursor}`);
    expect(rest).toMatchObject({
      items: [{ title: "Premier", sources: 1, questions: 1 }],
      nextCursor: null,
    });
    expect((await page("?q=second")).items.map(({ title }) => title)).toEqual(["Second"]);
    organization = own;
  });

  it("goes with all that it holds, and comes back with it", async () => {
    const { owner } = organization;
    const { id: workspaceId } = await workspace("Passager");
    const source = await make("data-sources", sourceOf(workspaceId, "migrateurs"));
    const question = await make("questions", {
      workspaceId,
      title: "Oiseaux migrateurs",
      sql: "FROM migrateurs",
    });
    const layer = await make("semantic-layers", { workspaceId, document: MODEL });
    const inside = [
      `/data-sources/${source.id}`,
      `/questions/${question.id}`,
      `/semantic-layers/${layer.id}`,
    ];
    const statuses = () =>
      Promise.all(inside.map(async (path) => (await owner.call(`get ${path}`)).status));
    expect(await statuses()).toEqual([200, 200, 200]);
    expect(await found("migrateurs")).toContain(question.id);
    expect((await owner.call(`delete /workspaces/${workspaceId}`)).status).toBe(204);
    expect(await statuses()).toEqual([404, 404, 404]);
    expect(await found("migrateurs")).toEqual([]);
    const late = await owner.call("post /questions", { workspaceId, title: "Tard", sql: "FROM a" });
    expect([late.status, await late.json()]).toMatchObject([404, { code: "workspace.not_found" }]);
    const change = { version: 1, changes: { title: "Tard" } };
    expect((await owner.call(`patch ${inside[1]}`, change)).status).toBe(404);
    expect((await owner.call(`post /workspaces/${workspaceId}/restore`)).status).toBe(200);
    expect(await statuses()).toEqual([200, 200, 200]);
    expect((await found("migrateurs")).toSorted()).toEqual([question.id, source.id].toSorted());
  });

  it("is read, not changed, by somebody who may only read", async () => {
    const { id } = await workspace("Lecture");
    const viewer = await organization.join("viewer");
    expect(await (await viewer.call(`get /workspaces/${id}`)).json()).toMatchObject({
      can: { write: false },
    });
    expect((await viewer.call("post /workspaces", { title: "Non" })).status).toBe(403);
    expect((await viewer.call(`delete /workspaces/${id}`)).status).toBe(403);
  });
});
