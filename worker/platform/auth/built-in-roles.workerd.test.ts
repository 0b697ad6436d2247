import { beforeAll, describe, expect, it } from "vitest";
import type { SignedIn } from "#domain/identity/model.ts";
import type { Role } from "#domain/members/model.ts";
import { DEFAULT_ROLES } from "#domain/permissions.ts";
import { openFirm } from "#worker/features/members/testing.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";

let firm: Awaited<ReturnType<typeof openFirm>>;

/** Makes the organization one from before a feature: none of its roles, nor itself, knows the feature's keys. */
async function forget(prefix: string): Promise<void> {
  const like = `${prefix}.%`;
  await change("DELETE FROM role_permissions WHERE permission LIKE ?", like);
  await change("DELETE FROM known_permissions WHERE permission LIKE ?", like);
}

const keysOf = async (role: string) => {
  const { items } = await firm.owner.json<{ items: Role[] }>("get /roles");
  return items.find(({ name, slug }) => (name ?? slug) === role)?.permissions.toSorted();
};

beforeAll(async () => {
  firm = await openFirm();
  await firm.owner.json("post /roles", { name: "Métreur", permissions: ["clients.read"] });
  const member = DEFAULT_ROLES.member.filter((key) => key !== "clients.write");
  await firm.owner.json(`patch /roles/${firm.roleId("member")}`, { permissions: member });
  await forget("boards");
});

describe("keys that a feature brings", () => {
  it("are missing in an organization from before them", async () => {
    const others = DEFAULT_ROLES.viewer.filter((key) => !key.startsWith("boards."));
    expect(await keysOf("viewer")).toEqual(others.toSorted());
  });

  it("reach its built-in roles when one of its people next opens the page, and are in that answer", async () => {
    const me = await firm.owner.browser.json<SignedIn>("post /auth/refresh", {});
    expect(me.permissions.toSorted()).toEqual([...DEFAULT_ROLES.owner].toSorted());
    for (const slug of ["owner", "admin", "manager", "viewer"] as const) {
      expect(await keysOf(slug)).toEqual([...DEFAULT_ROLES[slug]].toSorted());
    }
  });

  it("leave custom roles as they are", async () => {
    expect(await keysOf("Métreur")).toEqual(["clients.read"]);
  });

  it("bring back nothing that the organization took away", async () => {
    const kept = DEFAULT_ROLES.member.filter((key) => key !== "clients.write");
    expect(await keysOf("member")).toEqual(kept.toSorted());
  });

  it("are given once: what is taken away afterwards stays away", async () => {
    const path = `patch /roles/${firm.roleId("viewer")}`;
    await firm.owner.json(path, { permissions: ["identity.read"] });
    await firm.owner.browser.json("post /auth/refresh", {});
    expect(await keysOf("viewer")).toEqual(["identity.read"]);
  });

  it("leave other organizations for when those open", async () => {
    const other = await openFirm();
    const { organizationId } = other;
    await forget("boards");
    await firm.owner.browser.json("post /auth/refresh", {});
    const known =
      "SELECT 1 FROM known_permissions WHERE permission = 'boards.read' AND organization_id = ?";
    expect(await rows(known, firm.organizationId)).toHaveLength(1);
    expect(await rows(known, organizationId)).toEqual([]);
  });
});
