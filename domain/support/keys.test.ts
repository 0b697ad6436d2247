import { describe, expect, it } from "vitest";
import { PERMISSIONS } from "#domain/permissions.ts";
import { isSupport, READING_KEYS, SUPPORT_KEYS } from "./keys.ts";

describe("what support may be given", () => {
  it("is never ownership, roles, people, exports, tokens, or what shortens the logs", () => {
    const never = PERMISSIONS.filter((key) => !SUPPORT_KEYS.includes(key));
    expect(never).toEqual(
      expect.arrayContaining([
        "identity.own",
        "identity.roles",
        "identity.invite",
        "identity.settings",
        "clients.export",
        "audit.export",
        "audit.manage",
        "tokens.create",
        "tokens.manage",
        "webhooks.manage",
      ]),
    );
  });

  it("is reading, unless an owner chooses more", () => {
    expect(READING_KEYS).toContain("clients.read");
    expect(READING_KEYS.filter((key) => !key.endsWith(".read"))).toEqual([]);
  });

  it("is known in the audit by an id that no person has", () => {
    expect([isSupport("grt_01M7"), isSupport("usr_01M7")]).toEqual([true, false]);
  });
});
