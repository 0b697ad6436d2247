import { describe, expect, it } from "vitest";
import { EVENT_GROUPS, WATCHED_EVENTS, groupOf, kindsIn } from "./event-groups.ts";
import { AUTH_EVENTS } from "./model.ts";

describe("an account's events", () => {
  it("belong to one group each, and each group has some", () => {
    const grouped = EVENT_GROUPS.map(kindsIn);
    expect(grouped.filter((kinds) => kinds.length === 0)).toEqual([]);
    expect(grouped.flat().toSorted()).toEqual([...AUTH_EVENTS].toSorted());
  });

  it.each([
    ["sign_in.passkey", "sign_in"],
    ["sign_in.failed", "refused"],
    ["refresh.reused", "refused"],
    ["sign_out.everywhere", "sign_out"],
    ["factor.totp_added", "factors"],
    ["email.changed", "credentials"],
    ["membership.joined", "other"],
  ] as const)("%s is among %s", (kind, group) => {
    expect(groupOf(kind)).toBe(group);
  });

  it("show an administrator nothing of belonging to organizations", () => {
    const told = WATCHED_EVENTS.filter((kind) => /membership|ownership|profile|token/.test(kind));
    expect(told).toEqual([]);
    expect(WATCHED_EVENTS).toContain("sign_in.failed");
  });
});
