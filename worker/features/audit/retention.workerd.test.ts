import { beforeEach, describe, expect, it } from "vitest";
import type { RetentionPolicy } from "#domain/audit/model.ts";
import { systemClock } from "#worker/platform/clock.ts";
import { purgeTenant } from "#worker/platform/purge.ts";
import { mintOrganization, testEnv, type TestOrganization } from "#worker/platform/testing.ts";
import { addRows, auditOf } from "./testing.ts";

const DAY = 86_400_000;
let organization: TestOrganization;

const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString();
const purge = () => purgeTenant(testEnv, systemClock, organization.tenant);
const verify = async () =>
  (await organization.owner.call("post /audit/verify", {})).json<{
    checked: number;
    findings: unknown[];
  }>();

/** Sets how long both logs are kept. */
async function keep(auditDays: number, accessDays: number, version = 1) {
  const policy: RetentionPolicy = { version, auditDays, accessDays };
  return organization.owner.call("patch /audit/retention", policy);
}

beforeEach(async () => {
  organization = await mintOrganization();
});

describe("retention", () => {
  it("keeps changes for seven years and readings for one unless told", async () => {
    const answer = await organization.owner.call("get /audit/retention");
    expect(await answer.json()).toEqual({ version: 1, auditDays: 2557, accessDays: 365 });
  });

  it("forgets what is older, tells of it, and leaves a chain that holds", async () => {
    await addRows(organization, 5, daysAgo(400));
    await addRows(organization, 3, daysAgo(100));
    expect((await keep(365, 90)).status).toBe(200);
    expect((await verify()).checked).toBe(9);
    await purge();
    const { items } = await auditOf(organization.owner);
    expect(items[0]).toMatchObject({
      action: "audit.purged",
      actor: { kind: "system" },
      changes: [{ field: "rows", before: 5, after: 0 }],
    });
    expect(items.map(({ id }) => id)).toEqual([10, 9, 8, 7, 6]);
    expect(await verify()).toMatchObject({ checked: 5, findings: [] });
    // A second night finds nothing to do.
    await purge();
    expect((await auditOf(organization.owner)).items).toHaveLength(5);
  });

  it("forgets readings as well", async () => {
    const row = (days: number) =>
      organization.db
        .prepare(
          `INSERT INTO access_log (at, actor_id, actor_name, actor_kind, action, detail, request_id)
           VALUES (?, 'usr_1', '', 'person', 'members.listed', '{}', '')`,
        )
        .bind(daysAgo(days))
        .run();
    for (const days of [400, 300, 100, 1]) await row(days);
    await purge();
    const left = organization.db.prepare("SELECT count(*) AS n FROM access_log");
    expect(await left.first("n")).toBe(3);
    await keep(2557, 90);
    await purge();
    expect(await left.first("n")).toBe(1);
  });

  it("never goes below ninety days, whoever asks", async () => {
    expect((await keep(89, 365)).status).toBe(422);
    expect((await keep(365, 30)).status).toBe(422);
    const set = organization.db.prepare("UPDATE retention_policy SET audit_days = 1");
    await expect(set.run()).rejects.toThrow("CHECK");
  });

  it("is changed by those who may, in order, and leaves an audit row", async () => {
    const admin = await organization.join("admin");
    await organization.restrict(admin, ["audit.read"]);
    const body = { version: 1, auditDays: 365, accessDays: 90 };
    expect((await admin.call("patch /audit/retention", body)).status).toBe(403);
    expect((await keep(3653, 365)).status).toBe(200);
    expect((await keep(365, 365)).status).toBe(409);
    const { items } = await auditOf(organization.owner, "entity=retention");
    expect(items).toMatchObject([
      {
        action: "retention.updated",
        changes: [{ field: "auditDays", before: 2557, after: 3653 }],
      },
    ]);
  });
});
