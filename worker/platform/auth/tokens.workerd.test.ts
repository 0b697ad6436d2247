import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { newId } from "#domain/ids.ts";
import { systemClock } from "#worker/platform/clock.ts";
import { testEnv } from "#worker/platform/testing.ts";
import { signAccess, signTicket, verifyAccess, verifyTicket } from "./tokens.ts";

const claims = {
  userId: newId("usr"),
  sessionId: newId("ses"),
  tenant: { organizationId: newId("org"), binding: "TENANT_DB_000" as const },
};
const later = (minutes: number) => ({ now: () => Date.now() + minutes * 60_000 });
const key = () => new TextEncoder().encode(testEnv.AUTH_SECRET);
const forged = (over: Record<string, unknown>, header: { alg: string; typ: string }) =>
  new SignJWT({ sub: "usr", sid: "ses", org: "org", db: "TENANT_DB_000", ...over })
    .setProtectedHeader(header)
    .setIssuer("aetheria")
    .setAudience("api")
    .setExpirationTime("10m");

describe("access tokens", () => {
  it("say who, where and in which session, for fifteen minutes", async () => {
    const { token, expiresAt } = await signAccess(testEnv, systemClock, claims);
    expect(await verifyAccess(testEnv, systemClock, token)).toEqual(claims);
    expect(await verifyAccess(testEnv, later(14), token)).toEqual(claims);
    await expect(verifyAccess(testEnv, later(16), token)).rejects.toThrow("auth.expired");
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(900_000);
  });

  it("are not tickets, and tickets are not access tokens", async () => {
    const ticket = await signTicket(testEnv, systemClock, claims, "live");
    await expect(verifyAccess(testEnv, systemClock, ticket.token)).rejects.toThrow("auth.required");
    const access = await signAccess(testEnv, systemClock, claims);
    const asTicket = verifyTicket(testEnv, systemClock, access.token);
    await expect(asTicket).rejects.toThrow("auth.ticket_invalid");
  });

  it("of another key, another kind, without signature or cut short are refused", async () => {
    const header = { alg: "HS256", typ: "at+jwt" };
    const good = await forged({}, header).sign(key());
    expect((await verifyAccess(testEnv, systemClock, good)).userId).toBe("usr");
    const none = `${btoa('{"alg":"none","typ":"at+jwt"}')}.${good.split(".")[1]}.`;
    const bad = [
      await forged({}, header).sign(new TextEncoder().encode("x".repeat(64))),
      await forged({}, { ...header, typ: "jwt" }).sign(key()),
      await forged({}, { ...header, alg: "HS512" }).sign(key()),
      await forged({ db: "CONTROL" }, header).sign(key()),
      none,
      good.slice(0, -2),
      "",
    ];
    for (const token of bad) {
      await expect(verifyAccess(testEnv, systemClock, token)).rejects.toThrow("auth.required");
    }
  });
});
