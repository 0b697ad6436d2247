import { describe, expect, it } from "vitest";
import { testEnv } from "#worker/platform/testing.ts";
import { hashPassword, verifyPassword } from "./password-hash.ts";

const PASSWORD = "quatre zèbres lents dansent";

describe("password hashes", () => {
  it("match their password only, and never twice the same text", async () => {
    const [a, b] = [await hashPassword(testEnv, PASSWORD), await hashPassword(testEnv, PASSWORD)];
    expect(a).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[^$]{22}\$[^$]{43}$/);
    expect(a).not.toBe(b);
    expect(await verifyPassword(testEnv, PASSWORD, a)).toEqual({ ok: true, stale: false });
    expect(await verifyPassword(testEnv, `${PASSWORD} `, a)).toEqual({ ok: false, stale: false });
    expect(await verifyPassword(testEnv, PASSWORD, null)).toEqual({ ok: false, stale: false });
  });

  it("are worth nothing without the pepper", async () => {
    const hash = await hashPassword(testEnv, PASSWORD);
    const other = { ...testEnv, PASSWORD_PEPPER: "another pepper" };
    expect((await verifyPassword(other, PASSWORD, hash)).ok).toBe(false);
  });

  it("take any character, alike however the keyboard composes it", async () => {
    const hash = await hashPassword(testEnv, "zèbre\u0000🦓 lent");
    expect((await verifyPassword(testEnv, "ze\u0300bre\u0000🦓 lent", hash)).ok).toBe(true);
    expect((await verifyPassword(testEnv, "zèbre\u0000🦓 lest", hash)).ok).toBe(false);
    expect((await verifyPassword(testEnv, "zèbre", hash)).ok).toBe(false);
  });

  it("that make no sense match nothing", async () => {
    for (const stored of ["", "x", "$argon2id$", "$argon2id$v=19$m=1,t=1,p=1$$"]) {
      expect((await verifyPassword(testEnv, PASSWORD, stored)).ok).toBe(false);
    }
  });
});
