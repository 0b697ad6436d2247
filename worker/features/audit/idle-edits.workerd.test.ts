import { beforeAll, expect, it } from "vitest";
import { openFirm, type Colleague } from "#worker/features/members/testing.ts";
import { databaseOf, delivered } from "#worker/platform/testing-databases.ts";

let firm: Awaited<ReturnType<typeof openFirm>>;
let lucas: Colleague;

beforeAll(async () => {
  firm = await openFirm();
  lucas = await firm.hire("viewer");
  await firm.owner.json("put /organization/second-factor", { demanded: true, graceDays: 14 });
});

/** How many rows the log has once all that happened has reached it. */
async function length(): Promise<number> {
  await delivered();
  const found = await (
    await databaseOf(firm.organizationId)
  ).rows<{ count: number }>("SELECT count(*) AS count FROM audit");
  return found[0]?.count ?? -1;
}

const SAVES: [string, () => readonly [route: string, body: unknown]][] = [
  ["a name", () => ["patch /organization", { name: firm.owner.me.organization.name }]],
  ["a role", () => [`patch /members/${lucas.me.person.id}`, { roleId: firm.roleId("viewer") }]],
  ["a demand", () => ["put /organization/second-factor", { demanded: true, graceDays: 14 }]],
  ["a person", () => ["patch /auth/me", { name: firm.owner.me.person.name }]],
];

it.each(SAVES)("saving %s as it is leaves no row in the log", async (_what, request) => {
  const before = await length();
  const [route, body] = request();
  expect((await firm.owner.call(route, body)).status).toBe(200);
  expect(await length()).toBe(before);
});

it("and what does change something leaves one", async () => {
  const before = await length();
  await firm.owner.json("patch /organization", { name: "Atelier Neuf" });
  expect(await length()).toBe(before + 1);
});

it("nor does it among what happened to the account", async () => {
  const count = async () =>
    (await lucas.json<{ items: { kind: string }[] }>("get /auth/events")).items.length;
  const before = await count();
  const role = { roleId: firm.roleId("viewer") };
  await firm.owner.json(`patch /members/${lucas.me.person.id}`, role);
  expect(await count()).toBe(before);
});
