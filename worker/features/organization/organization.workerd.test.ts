import { beforeEach, describe, expect, it } from "vitest";
import type { Me, RoleName } from "#domain/identity/model.ts";
import type { Role } from "#domain/members/model.ts";
import { newId } from "#domain/ids.ts";
import { refusal } from "#worker/features/identity/testing.ts";
import { openFirm, type Colleague } from "#worker/features/members/testing.ts";
import { databaseOf, delivered, rows } from "#worker/platform/testing-databases.ts";

let firm: Awaited<ReturnType<typeof openFirm>>;

beforeEach(async () => {
  firm = await openFirm();
});

const hand = (actor: Colleague, heir: string) =>
  actor.call("post /organization/ownership", { userId: heir });
const last = async (person: Colleague) =>
  (await person.json<{ items: { kind: string }[] }>("get /auth/events")).items[0]?.kind;
const keysOf = async (person: Colleague) => (await person.json<Me>("get /auth/me")).permissions;

describe("handing the ownership over", () => {
  it("makes the other owner and the giver admin in one act, at once", async () => {
    const heir = await firm.hire("member");
    const answer = await hand(firm.owner, heir.me.person.id);
    expect(await answer.json<{ role: RoleName }>()).toMatchObject({ role: { slug: "admin" } });
    expect(await keysOf(heir)).toContain("identity.own");
    expect(await keysOf(firm.owner)).not.toContain("identity.own");
    expect(await keysOf(firm.owner)).toContain("identity.roles");
    // With the same access token, the former owner can't take it back.
    expect(await refusal(await hand(firm.owner, firm.owner.me.person.id))).toEqual([
      403,
      "permission.denied",
    ]);
    const up = { roleId: firm.roleId("owner") };
    const self = await firm.owner.call(`patch /members/${firm.owner.me.person.id}`, up);
    expect(await refusal(self)).toEqual([403, "permission.denied"]);
  });

  it("is told to both: in their accounts, by mail and in the audit", async () => {
    const heir = await firm.hire("viewer");
    await hand(firm.owner, heir.me.person.id);
    expect(await last(firm.owner)).toBe("ownership.given");
    expect(await last(heir)).toBe("ownership.received");
    const mails = await rows<{ kind: string; user_id: string }>(
      "SELECT kind, user_id FROM mails WHERE kind LIKE 'ownership%' AND user_id IN (?, ?) ORDER BY kind",
      firm.owner.me.person.id,
      heir.me.person.id,
    );
    expect(mails).toEqual([
      { kind: "ownership_given", user_id: firm.owner.me.person.id },
      { kind: "ownership_received", user_id: heir.me.person.id },
    ]);
    await delivered();
    const db = await databaseOf(firm.organizationId);
    const trail = await db.rows(
      "SELECT action, entity_id FROM audit WHERE action LIKE 'member.ownership%' ORDER BY id",
    );
    expect(trail).toEqual([
      { action: "member.ownership_received", entity_id: heir.me.person.id },
      { action: "member.ownership_given", entity_id: firm.owner.me.person.id },
    ]);
  });

  it("asks for a member who does not own already", async () => {
    const partner = await firm.hire("owner");
    expect(await refusal(await hand(firm.owner, partner.me.person.id))).toEqual([
      409,
      "identity.already_owner",
    ]);
    expect(await refusal(await hand(firm.owner, firm.owner.me.person.id))).toEqual([
      409,
      "identity.already_owner",
    ]);
    expect(await refusal(await hand(firm.owner, newId("usr")))).toEqual([
      404,
      "identity.member_not_found",
    ]);
  });

  it("by two at once to each other leaves an owner", async () => {
    const one = await firm.hire("member");
    const two = await firm.hire("member");
    const answers = await Promise.all([
      hand(firm.owner, one.me.person.id),
      hand(firm.owner, two.me.person.id),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const owners = [await keysOf(one), await keysOf(two)].filter((keys) =>
      keys.includes("identity.own"),
    );
    expect(owners).toHaveLength(1);
  });
});

describe("the organization", () => {
  it("is renamed with its key, for everyone", async () => {
    const admin = await firm.hire("admin");
    const viewer = await firm.hire("viewer");
    const renamed = await admin.json("patch /organization", { name: "Atelier Morvan et fils" });
    expect(renamed).toEqual({ id: firm.organizationId, name: "Atelier Morvan et fils" });
    const me = await viewer.json<Me>("get /auth/me");
    expect(me.organization.name).toBe("Atelier Morvan et fils");
    expect(await refusal(await viewer.call("patch /organization", { name: "À moi" }))).toEqual([
      403,
      "permission.denied",
    ]);
  });

  it("asks for a key, not for a role: any role that has it will do", async () => {
    const permissions = ["identity.read", "identity.settings"];
    const role = await firm.owner.json<Role>("post /roles", { name: "Secrétariat", permissions });
    const anne = await firm.hire("viewer");
    await firm.owner.json(`patch /members/${anne.me.person.id}`, { roleId: role.id });
    expect((await anne.call("patch /organization", { name: "Coteaux" })).status).toBe(200);
  });
});
