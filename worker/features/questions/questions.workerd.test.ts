import { beforeAll, describe, expect, it } from "vitest";
import { emptyQuery } from "#domain/analytics/builder/model.ts";
import type { QuestionItem, QuestionView } from "#domain/questions/model.ts";
import { expectCommitted } from "#worker/platform/testing-commit.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";

const wide = { table: "v".repeat(40), column: "c".repeat(40) };
let organization: TestOrganization;
let workspaceId: string;

const call = (request: string, body?: object) => organization.owner.call(request, body);

async function ask(fields: object): Promise<QuestionView> {
  const body = { workspaceId, title: "Ventes par mois", sql: "FROM ventes", ...fields };
  const answer = await call("post /questions", body);
  expect(answer.status).toBe(201);
  return answer.json<QuestionView>();
}

const page = async (query: string) =>
  (await (await call(`get /questions?${query}`)).json<{ items: QuestionItem[] }>()).items;

beforeAll(async () => {
  organization = await mintOrganization();
  const made = await call("post /workspaces", { title: "Ventes" });
  workspaceId = (await made.json<{ id: string }>()).id;
});

describe("a saved question", () => {
  it("is committed whole, with its chart and assumptions", async () => {
    const fields = {
      question: "Combien par mois ?",
      chart: { type: "line", x: "mois", y: ["ventes"] },
      assumptions: [{ key: "period", label: "Période", value: "2026", options: ["2025", "2026"] }],
      built: {
        ...emptyQuery("ventes"),
        measures: [{ fn: "count", column: null, label: "ventes" }],
      },
      answer: "**12** millions",
      verified: true,
    };
    const question = await ask(fields);
    expect(await (await call(`get /questions/${question.id}`)).json()).toMatchObject({
      ...fields,
      language: "fr",
      version: 1,
      can: { write: true },
    });
    await expectCommitted(organization, {
      type: "question.created",
      entityId: question.id,
      table: "questions",
      row: { verified: 1, sql: "FROM ventes", workspace_id: workspaceId },
      search: "Ventes par mois",
    });
  });

  it("is listed by workspace and by what somebody checked, without its answer", async () => {
    const open = await ask({ title: "À vérifier" });
    const unchecked = await page(`workspace=${workspaceId}&verified=false`);
    expect(unchecked.map(({ id }) => id)).toContain(open.id);
    expect(unchecked.every(({ verified }) => !verified)).toBe(true);
    expect(unchecked[0]).not.toHaveProperty("answer");
    expect(unchecked[0]).not.toHaveProperty("built");
    expect((await page(`workspace=${workspaceId}&verified=true`)).length).toBe(1);
    expect((await page("q=millions")).length).toBe(1);
  });

  it("goes, and comes back as it was", async () => {
    const { id } = await ask({ title: "Éphémère" });
    expect((await call(`delete /questions/${id}`)).status).toBe(204);
    expect((await call(`get /questions/${id}`)).status).toBe(404);
    const back = await call(`post /questions/${id}/restore`);
    expect(await back.json()).toMatchObject({ title: "Éphémère", version: 3 });
  });

  it("keeps no more steps than a person would take", async () => {
    const columns = Array.from({ length: 900 }, () => wide);
    const built = { ...emptyQuery("ventes"), columns };
    const answer = await call("post /questions", { workspaceId, title: "T", sql: "FROM a", built });
    expect(answer.status).toBe(422);
  });

  it.each([
    { sql: "x".repeat(20_001) },
    { sql: "SELECT\u0000 1" },
    { chart: { type: "line", x: "a", y: ["b".repeat(30_000)] } },
    { chart: { type: "script", code: "alert(1)" } },
    { built: { table: "ventes" } },
    { language: "de" },
    { sourceIds: ["wsp_0"] },
    { assumptions: Array.from({ length: 21 }, () => ({ key: "a", label: "b", value: "c" })) },
  ])("is refused with %j", async (wrong) => {
    const body = { workspaceId, title: "Refus", sql: "FROM a", ...wrong };
    expect((await call("post /questions", body)).status).toBe(422);
  });
});
