import { beforeAll, describe, expect, it } from "vitest";
import { ClientView } from "#domain/clients/model.ts";
import { expectCommitted } from "#worker/platform/testing-commit.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";

let organization: TestOrganization;

beforeAll(async () => {
  organization = await mintOrganization();
});

describe("createClient", () => {
  it("commits the client whole and answers it", async () => {
    const body = {
      company: "  Résidence Les Tilleuls ",
      sector: "Promotion",
      estimatedMinor: 4500000,
    };
    const response = await organization.owner.call("post /clients", body, {
      "idempotency-key": "create-tilleuls",
    });
    expect(response.status).toBe(201);
    const client = ClientView.parse(await response.json());
    expect(client).toMatchObject({
      company: "Résidence Les Tilleuls",
      status: "prospect",
      stage: "new",
      version: 1,
      can: { write: true, delete: true },
    });
    await expectCommitted(organization, {
      type: "client.created",
      entityId: client.id,
      table: "clients",
      row: {
        company: "Résidence Les Tilleuls",
        company_key: "residence les tilleuls",
        contact_key: null,
        estimated_minor: 4500000,
        deleted_at: null,
      },
      search: "Résidence Les Tilleuls",
      key: "create-tilleuls",
    });
  });

  it("creates one client however often the request is repeated", async () => {
    const send = () =>
      organization.owner.call(
        "post /clients",
        { company: "Unique" },
        { "idempotency-key": "create-once" },
      );
    const answers = await Promise.all([send(), send(), send()]);
    const ids = await Promise.all(
      answers.map(async (answer) => (await answer.json<ClientView>()).id),
    );
    expect(new Set(ids).size).toBe(1);
    const rows = await organization.db
      .prepare("SELECT count(*) AS n FROM clients WHERE company = 'Unique'")
      .first<{ n: number }>();
    expect(rows?.n).toBe(1);
  });

  it.each([
    [{}, "company"],
    [{ company: "   " }, "company"],
    [{ company: "A\u0000B" }, "company"],
    [{ company: "A", email: "nobody" }, "email"],
    [{ company: "A", nextActionOn: "2026-02-30" }, "nextActionOn"],
    [{ company: "A", estimatedMinor: 0.5 }, "estimatedMinor"],
    [{ company: "A", estimatedMinor: -1 }, "estimatedMinor"],
    [{ company: "A", stage: "lost" }, "stage"],
    [{ company: "A", ownerId: "somebody" }, "ownerId"],
    [{ company: "A", version: 3 }, ""],
  ])("refuses %j", async (body, path) => {
    const response = await organization.owner.call("post /clients", body);
    expect(response.status).toBe(422);
    const problem = await response.json<{ code: string; params: { issues: { path: string }[] } }>();
    expect(problem.code).toBe("request.invalid");
    expect(problem.params.issues.map((issue) => issue.path)).toContain(path);
  });

  it("refuses somebody who may only read", async () => {
    const viewer = await organization.join("viewer");
    const response = await viewer.call("post /clients", { company: "Interdit" });
    expect(response.status).toBe(403);
    const rows = await organization.db
      .prepare("SELECT count(*) AS n FROM clients WHERE company = 'Interdit'")
      .first<{ n: number }>();
    expect(rows?.n).toBe(0);
  });
});
