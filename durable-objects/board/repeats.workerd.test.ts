import { beforeAll, expect, test } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";
import { join, newBoard } from "./testing-room.ts";

let organization: TestOrganization;

beforeAll(async () => {
  organization = await mintOrganization();
});

test("the object's own alarm makes the next card, tells open pages, and D1, audit included", async () => {
  const { owner, db } = organization;
  const { id } = await newBoard(owner, "Contrôles");
  const page = await join(owner, id, "client_repeat");
  const column = [...page.board().columns.values()][1];
  const today = new Date().toISOString().slice(0, 10);
  const repeat = { rule: "FREQ=DAILY", zone: "UTC", from: today, last: null };
  const place = { column: column?.id, after: null, before: null };
  const fields = { title: "Contrôle du jour", repeat };
  await page.push(1, [{ kind: "card.create", card: testId("crd", 1), ...place, fields }]);
  const told = await page.until("ops", (frame) =>
    frame.ops.some(({ client }) => client.startsWith("repeat-")),
  );
  const made = told.ops.find(({ opKind, client }) => {
    return opKind === "card.create" && client.startsWith("repeat-");
  });
  expect(made?.changes[0]).toMatchObject({
    entity: "card",
    set: { title: "Contrôle du jour", dueOn: today, repeat: { ...repeat, last: today } },
  });
  const tasks = await owner.call(`get /tasks?board=${id}`);
  const seen = async () => {
    const sql = "SELECT count(*) AS n FROM tasks WHERE board_id = ? AND due_on = ?";
    return db.prepare(sql).bind(id, today).first<number>("n");
  };
  for (let i = 0; i < 50 && (await seen()) === 0; i += 1) await scheduler.wait(50);
  expect([tasks.status, await seen()]).toEqual([200, 1]);
  const audit = await db
    .prepare("SELECT actor_kind, action FROM audit WHERE request_id LIKE 'repeat-%' ORDER BY id")
    .all();
  expect(audit.results).toEqual([
    { actor_kind: "system", action: "card.create" },
    { actor_kind: "system", action: "card.update" },
  ]);
});
