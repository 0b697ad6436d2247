import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "#domain/ids.ts";
import type { SourceView } from "#domain/sources/model.ts";
import { sourceOf } from "#worker/features/workspaces/testing.ts";
import { expectCommitted } from "#worker/platform/testing-commit.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";

let organization: TestOrganization;
let workspaceId: string;

const call = (request: string, body?: object) => organization.owner.call(request, body);
const codeOf = async (answer: Response) => (await answer.json<{ code: string }>()).code;

async function add(table: string, where = workspaceId): Promise<SourceView> {
  const answer = await call("post /data-sources", sourceOf(where, table));
  expect(answer.status).toBe(201);
  return answer.json<SourceView>();
}

beforeAll(async () => {
  organization = await mintOrganization();
  const made = await call("post /workspaces", { title: "Ventes" });
  workspaceId = (await made.json<{ id: string }>()).id;
});

describe("a data source", () => {
  it("is committed whole", async () => {
    const source = await add("ventes");
    expect(source).toMatchObject({
      kind: "device",
      details: { fileName: "Ventes 2026.csv" },
      can: { write: true, share: true },
    });
    await expectCommitted(organization, {
      type: "source.created",
      entityId: source.id,
      table: "data_sources",
      row: { table_name: "ventes", kind: "device", rows: 58_240, workspace_id: workspaceId },
      search: "Ventes 2026",
    });
    expect(await (await call(`get /data-sources/${source.id}`)).json()).toEqual(source);
  });

  it("has a name in SQL of its own, whatever adds, renames or brings back", async () => {
    const first = await add("factures");
    const second = await add("factures_2");
    const again = await call("post /data-sources", sourceOf(workspaceId, "factures"));
    expect([again.status, await codeOf(again)]).toEqual([409, "source.table_taken"]);
    const rename = await call(`patch /data-sources/${second.id}`, {
      version: 1,
      changes: { table: "factures" },
    });
    expect([rename.status, await codeOf(rename)]).toEqual([409, "source.table_taken"]);
    await call(`delete /data-sources/${first.id}`);
    await add("factures");
    const back = await call(`post /data-sources/${first.id}/restore`);
    expect([back.status, await codeOf(back)]).toEqual([409, "source.table_taken"]);
    const elsewhere = await call("post /workspaces", { title: "Ailleurs" });
    await add("factures", (await elsewhere.json<{ id: string }>()).id);
  });

  it("lets one of several of one name in, when they come at once", async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => call("post /data-sources", sourceOf(workspaceId, "course"))),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
  });

  it("keeps a change that is stale from passing as a name that is taken", async () => {
    const source = await add("stocks");
    const patch = (title: string) =>
      call(`patch /data-sources/${source.id}`, { version: 1, changes: { title } });
    const answers = await Promise.all([patch("Un"), patch("Deux")]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused && (await codeOf(refused))).toBe("conflict.version");
  });

  it("is listed by workspace, and not added to one that is not there", async () => {
    const none = newId("wsp");
    const empty = await call(`get /data-sources?workspace=${none}`);
    expect(await empty.json()).toEqual({ items: [], nextCursor: null });
    const all = await call(`get /data-sources?workspace=${workspaceId}&q=vente`);
    const page = await all.json<{ items: SourceView[] }>();
    expect(page.items.length).toBeGreaterThan(3);
    expect(new Set(page.items.map((item) => item.workspaceId))).toEqual(new Set([workspaceId]));
    const lost = await call("post /data-sources", sourceOf(none));
    expect([lost.status, await codeOf(lost)]).toEqual([404, "workspace.not_found"]);
  });
});
