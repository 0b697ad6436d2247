import { beforeEach, describe, expect, it } from "vitest";
import type { Me } from "#domain/identity/model.ts";
import type { Deletion } from "#domain/organization/deletion.ts";
import { refusal } from "#worker/features/identity/testing.ts";
import { openFirm, type Colleague } from "#worker/features/members/testing.ts";
import { change, databaseOf, delivered, rows } from "#worker/platform/testing-databases.ts";
import { mailsTo } from "#worker/platform/testing-mails.ts";

const DAY = 86_400_000;
let firm: Awaited<ReturnType<typeof openFirm>>;
beforeEach(async () => {
  await change("DELETE FROM organization_deletions");
  firm = await openFirm();
});

const ask = (by: Colleague, name = by.me.organization.name, reason?: string) =>
  by.call("post /organization/deletion", { name, ...(reason ? { reason } : {}) });
const cancel = (by: Colleague) => by.call("delete /organization/deletion");
const told = async (person: Colleague) => (await person.json<Me>("get /auth/me")).deletion;
const trail = async () => {
  await delivered();
  return (await databaseOf(firm.organizationId)).rows<{ action: string; changes: string }>(
    "SELECT action, changes FROM audit WHERE action LIKE 'organization.deletion%' ORDER BY id",
  );
};

describe("asking for the deletion of an organization", () => {
  it("is for an owner who types its name, within ten minutes of a proof", async () => {
    const admin = await firm.hire("admin");
    expect(await refusal(await ask(admin))).toEqual([403, "permission.denied"]);
    const wrong = await ask(firm.owner, "Une autre");
    expect(await refusal(wrong)).toEqual([422, "organization.name_mismatch"]);
    expect(await told(firm.owner)).toBeNull();
    await change("UPDATE sessions SET proven_at = ?", new Date(Date.now() - 700_000).toISOString());
    expect(await refusal(await ask(firm.owner))).toEqual([403, "auth.fresh_required"]);
  });

  it("waits thirty days, tells every member, and changes nothing meanwhile", async () => {
    const member = await firm.hire("member");
    const asked = await (await ask(firm.owner, undefined, "Cessation")).json<Deletion>();
    expect(Math.round((Date.parse(asked.dueAt) - Date.now()) / DAY)).toBe(30);
    expect(asked).toMatchObject({ askedBy: { name: "Claire Morvan" }, reason: "Cessation" });
    expect(await told(member)).toEqual(asked);
    expect((await member.call("post /clients", { company: "Port" })).status).toBe(201);
    expect(await refusal(await ask(firm.owner))).toEqual([409, "organization.deletion_asked"]);
  });

  it("is in the audit, in the account of whoever did it, and in a mail to each owner", async () => {
    const partner = await firm.hire("owner");
    const member = await firm.hire("member");
    await change("UPDATE users SET email_verified_at = created_at");
    await ask(firm.owner, undefined, "Cessation");
    const [row] = await trail();
    expect(row?.action).toBe("organization.deletion_asked");
    expect(JSON.parse(row?.changes ?? "[]")).toContainEqual({
      field: "deletionReason",
      before: null,
      after: "Cessation",
    });
    const events = await firm.owner.json<{ items: { kind: string }[] }>("get /auth/events");
    expect(events.items[0]?.kind).toBe("organization.deletion_asked");
    const [french] = await mailsTo(firm.owner.email, "deletion_asked");
    expect(french?.subject).toContain("est demandée");
    expect(french?.link).toMatch(/\/settings\/data$/);
    const [english] = await mailsTo(partner.email, "deletion_asked");
    expect(english?.text).toContain("Claire Morvan asked for the deletion");
    expect(await mailsTo(member.email, "deletion_asked")).toEqual([]);
  });

  it("mails nobody whose address is not confirmed", async () => {
    await change("UPDATE users SET email_verified_at = NULL");
    await ask(firm.owner);
    expect(await mailsTo(firm.owner.email, "deletion_asked")).toEqual([]);
  });
});

describe("taking it back", () => {
  it("is one request of any owner, and leaves everything as it was", async () => {
    const partner = await firm.hire("owner");
    const member = await firm.hire("member");
    await ask(firm.owner);
    expect((await cancel(member)).status).toBe(403);
    await change("UPDATE sessions SET proven_at = ''");
    expect((await cancel(partner)).status).toBe(204);
    expect(await told(member)).toBeNull();
    expect((await trail()).map(({ action }) => action)).toEqual([
      "organization.deletion_asked",
      "organization.deletion_cancelled",
    ]);
    expect(await mailsTo(firm.owner.email, "deletion_cancelled")).toHaveLength(1);
    const events = await partner.json<{ items: { kind: string }[] }>("get /auth/events");
    expect(events.items[0]?.kind).toBe("organization.deletion_cancelled");
    expect(await refusal(await cancel(partner))).toEqual([404, "organization.deletion_not_asked"]);
  });

  it("comes too late once the deletion has begun", async () => {
    await ask(firm.owner);
    await change("UPDATE organization_deletions SET started_at = due_at");
    expect((await cancel(firm.owner)).status).toBe(404);
    expect(await rows("SELECT 1 FROM organization_deletions")).toHaveLength(1);
  });
});
