import { describe, expect, it } from "vitest";
import { BARE, logQuery, readAddress } from "./address.ts";

const day = (text: string) => new Date(text).toISOString();

describe("the address of a log", () => {
  it("says which log and how it is narrowed, and drops what it can't mean", () => {
    expect(readAddress({})).toEqual({ tab: "audit", filter: {} });
    expect(
      readAddress({
        q: " mairie ",
        actor: "usr_1",
        entity: "client",
        from: "2026-11-01",
        to: "soon",
      }),
    ).toEqual({
      tab: "audit",
      filter: { q: "mairie", actor: "usr_1", entity: "client", from: "2026-11-01" },
    });
  });

  it("keeps for the access log what that log knows", () => {
    const params = { tab: "access", q: "mairie", record: "cli_1", actor: "usr_1" };
    expect(readAddress(params)).toEqual({ tab: "access", filter: { actor: "usr_1" } });
  });

  it("keeps for the sign-ins what they know", () => {
    const params = { tab: "sign-ins", q: "lucas", record: "cli_1", entity: "client" };
    expect(readAddress(params)).toEqual({ tab: "sign-ins", filter: { q: "lucas" } });
    expect(readAddress({ tab: "nothing" }).tab).toBe("audit");
  });

  it("asks for whole days of this device", () => {
    expect(logQuery({ from: "2026-11-30", to: "2026-11-30", record: "cli_1" })).toEqual({
      from: day("2026-11-30T00:00:00"),
      to: day("2026-12-01T00:00:00"),
      recordId: "cli_1",
    });
  });

  it("can be emptied", () => {
    expect(Object.keys(BARE)).toContain("record");
    expect(readAddress(BARE).filter).toEqual({});
  });
});
