import { beforeAll, describe, expect, it } from "vitest";
import type { SemanticView } from "#domain/semantic/model.ts";
import { MODEL } from "#worker/features/workspaces/testing.ts";
import { expectCommitted } from "#worker/platform/testing-commit.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";

let organization: TestOrganization;

const call = (request: string, body?: object) => organization.owner.call(request, body);
const codeOf = async (answer: Response) => (await answer.json<{ code: string }>()).code;

async function place(): Promise<string> {
  const made = await call("post /workspaces", { title: "Ventes" });
  return (await made.json<{ id: string }>()).id;
}

beforeAll(async () => {
  organization = await mintOrganization();
});

describe("a semantic layer", () => {
  it("stands once in a workspace, and is committed whole", async () => {
    const workspaceId = await place();
    const body = { workspaceId, document: MODEL };
    const made = await call("post /semantic-layers", body);
    const layer = await made.json<SemanticView>();
    expect([made.status, layer.document]).toEqual([201, MODEL]);
    await expectCommitted(organization, {
      type: "semantic_layer.created",
      entityId: layer.id,
      table: "semantic_layers",
      row: { workspace_id: workspaceId, version: 1 },
      search: null,
    });
    const again = await call("post /semantic-layers", body);
    expect([again.status, await codeOf(again)]).toEqual([409, "semantic.exists"]);
    await call(`delete /semantic-layers/${layer.id}`);
    expect((await call("post /semantic-layers", body)).status).toBe(201);
    const back = await call(`post /semantic-layers/${layer.id}/restore`);
    expect([back.status, await codeOf(back)]).toEqual([409, "semantic.exists"]);
    const list = await call(`get /semantic-layers?workspace=${workspaceId}`);
    expect((await list.json<{ items: SemanticView[] }>()).items).toHaveLength(1);
  });

  it("keeps each version as it was written, by whom and when", async () => {
    const workspaceId = await place();
    const made = await call("post /semantic-layers", { workspaceId, document: MODEL });
    const { id } = await made.json<SemanticView>();
    const document = { ...MODEL, glossary: [] };
    const path = `/semantic-layers/${id}`;
    const change = { version: 1, changes: { document } };
    expect((await call(`patch ${path}`, change)).status).toBe(200);
    expect((await call(`patch ${path}`, change)).status).toBe(200);
    const { items } = await (await call(`get ${path}/versions`)).json<{ items: object[] }>();
    const { userId } = organization.owner;
    expect(items).toMatchObject([
      { version: 2, writtenBy: userId },
      { version: 1, writtenBy: userId },
    ]);
    expect(await (await call(`get ${path}/versions/1`)).json()).toMatchObject({ document: MODEL });
    expect(await (await call(`get ${path}/versions/2`)).json()).toMatchObject({ document });
    const none = await call(`get ${path}/versions/9`);
    expect([none.status, await codeOf(none)]).toEqual([404, "semantic.version_not_found"]);
    const elsewhere = await mintOrganization();
    expect((await elsewhere.owner.call(`get ${path}/versions/1`)).status).toBe(404);
  });

  it("refuses a document that says what no model can", async () => {
    const workspaceId = await place();
    const [measure] = MODEL.measures;
    for (const wrong of [
      { ...MODEL, measures: [{ ...measure, format: "roman" }] },
      { ...MODEL, measures: [{ ...measure, name: "1; DROP" }] },
      { ...MODEL, extra: [] },
      { ...MODEL, glossary: [{ term: "", synonyms: [], meaning: "a" }] },
    ]) {
      const answer = await call("post /semantic-layers", { workspaceId, document: wrong });
      expect(answer.status).toBe(422);
    }
  });
});
