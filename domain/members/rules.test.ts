import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_ROLES, PERMISSIONS } from "#domain/permissions.ts";
import { beyond, memberAbilities, roleAbilities, roleBelowOwner } from "./rules.ts";

const holder = (slug: keyof typeof DEFAULT_ROLES, userId = "usr_a") => {
  return { userId, permissions: DEFAULT_ROLES[slug] };
};
const other = (slug: keyof typeof DEFAULT_ROLES) => holder(slug, "usr_b");

describe("memberAbilities", () => {
  it.each([
    ["owner", "admin", 1, true, true, true],
    ["owner", "owner", 2, true, true, false],
    ["admin", "owner", 2, false, false, false],
    ["admin", "member", 1, true, true, false],
    ["manager", "member", 1, false, false, false],
    ["viewer", "viewer", 1, false, false, false],
  ] as const)(
    "%s about %s with %d owners: role %s, remove %s, hand over to %s",
    (actor, member, owners, changeRole, remove, receiveOwnership) => {
      expect(memberAbilities(holder(actor), other(member), owners)).toEqual({
        changeRole,
        remove,
        receiveOwnership,
      });
    },
  );

  it("lets anyone leave but the last owner", () => {
    expect(memberAbilities(holder("viewer"), holder("viewer"), 1).remove).toBe(true);
    expect(memberAbilities(holder("owner"), holder("owner"), 2).remove).toBe(true);
    expect(memberAbilities(holder("owner"), holder("owner"), 1)).toEqual({
      changeRole: false,
      remove: false,
      receiveOwnership: false,
    });
  });
});

describe("roleBelowOwner", () => {
  it("is the one that grants most without owning; the oldest of equals", () => {
    const roles = Object.entries(DEFAULT_ROLES).map(([id, permissions]) => ({ id, permissions }));
    expect(roleBelowOwner(roles)?.id).toBe("admin");
    const twin = { id: "twin", permissions: DEFAULT_ROLES.admin };
    expect(roleBelowOwner([...roles, twin])?.id).toBe("admin");
  });

  it("is none where every role owns", () => {
    expect(roleBelowOwner([{ permissions: ["identity.own"] }])).toBeUndefined();
  });
});

function abilitiesOf(mine: string[], theirs: string[], inUse = false) {
  return roleAbilities({ userId: "usr_a", permissions: mine }, { permissions: theirs }, inUse);
}

describe("roleAbilities", () => {
  const keys = fc.uniqueArray(fc.constantFrom(...PERMISSIONS));

  it("never reaches beyond the actor's own keys", () => {
    const holds = fc.property(keys, keys, (mine, theirs) => {
      const { edit, delete: remove, give } = abilitiesOf(mine, theirs);
      return !(edit || remove || give) || beyond({ permissions: mine }, theirs).length === 0;
    });
    expect(fc.check(holds).failed).toBe(false);
  });

  it("edits only with identity.roles and deletes only what is not in use", () => {
    const all = [...PERMISSIONS];
    const without = all.filter((key) => key !== "identity.roles");
    expect(abilitiesOf(all, [])).toEqual({ edit: true, delete: true, give: true });
    expect(abilitiesOf(without, [])).toEqual({ edit: false, delete: false, give: true });
    expect(abilitiesOf(all, [], true)).toEqual({ edit: true, delete: false, give: true });
  });
});
