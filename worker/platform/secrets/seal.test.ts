import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { currentPrefix, seal, unseal, type Place } from "./seal.ts";

const key = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
const [first, second] = [key("k1"), key("k2")];
const env = { DATA_KEYS: first };
const SECRET = "JBSWY3DPEHPK3PXP, clé d’un compte";
const place: Place = { owner: "usr_1", table: "totp_factors", row: "usr_1", column: "secret" };

/** The sealed text with one byte of its body changed. */
function tamper(sealed: string, at: number): string {
  const [version, id, body = ""] = sealed.split(".");
  const bytes = Buffer.from(body, "base64url");
  bytes[at < 0 ? bytes.length + at : at]! ^= 1;
  return [version, id, bytes.toString("base64url")].join(".");
}

describe("a sealed value", () => {
  it("opens where it was sealed, and looks different each time", async () => {
    const [a, b] = [await seal(env, place, SECRET), await seal(env, place, SECRET)];
    expect(a).toMatch(/^v1\.k1\.[\w-]+$/);
    expect(a).not.toBe(b);
    expect(a).not.toContain("JBSWY3");
    expect(await unseal(env, place, a)).toBe(SECRET);
    expect(await unseal(env, place, b)).toBe(SECRET);
    // 12 bytes of IV and 16 of tag around the text itself.
    const body = Buffer.from(a.split(".")[2] ?? "", "base64url");
    expect(body).toHaveLength(12 + Buffer.byteLength(SECRET) + 16);
  });

  it.each(["owner", "table", "row", "column"] as const)(
    "does not open under another %s",
    async (part) => {
      const sealed = await seal(env, place, SECRET);
      const elsewhere = unseal(env, { ...place, [part]: "other" }, sealed);
      await expect(elsewhere).rejects.toMatchObject({ reason: "forged" });
    },
  );

  it("takes no part of a place that could stand for two", async () => {
    const odd = { ...place, table: "totp|factors" };
    await expect(seal(env, odd, SECRET)).rejects.toThrow("Not a place");
    await expect(seal(env, { ...place, row: "" }, SECRET)).rejects.toThrow("Not a place");
  });

  it("does not open when a byte of IV, text or tag was changed", async () => {
    const sealed = await seal(env, place, SECRET);
    for (const at of [0, 11, 12, 20, -16, -1]) {
      const opened = unseal(env, place, tamper(sealed, at));
      await expect(opened).rejects.toMatchObject({ reason: "forged" });
    }
  });

  it.each([
    ["cut short", (sealed: string) => sealed.slice(0, -8), "forged"],
    ["cut to its IV", (sealed: string) => sealed.slice(0, 6 + 16), "shape"],
    ["without a body", (sealed: string) => sealed.slice(0, 6), "shape"],
    ["of another version", (sealed: string) => sealed.replace("v1", "v2"), "shape"],
    ["under a key that is not here", (sealed: string) => sealed.replace(".k1.", ".k9."), "key"],
    ["that is plain text", () => SECRET, "shape"],
  ])("%s is refused", async (_what, spoil, reason) => {
    const opened = unseal(env, place, spoil(await seal(env, place, SECRET)));
    await expect(opened).rejects.toMatchObject({ reason });
  });

  it("does not open with another key of the same name, and says nothing of itself", async () => {
    const sealed = await seal(env, place, SECRET);
    const error: unknown = await unseal({ DATA_KEYS: key("k1") }, place, sealed).catch((e) => e);
    expect(error).toMatchObject({ reason: "forged" });
    expect(String(error)).not.toContain(sealed.split(".")[2] ?? "");
  });
});

describe("DATA_KEYS", () => {
  it("seals with the first, opens with any", async () => {
    const old = await seal(env, place, SECRET);
    const both = { DATA_KEYS: `${second}, ${first}` };
    expect(await unseal(both, place, old)).toBe(SECRET);
    expect(await seal(both, place, SECRET)).toMatch(/^v1\.k2\./);
    expect(await currentPrefix(both)).toBe("v1.k2.");
  });

  it.each([
    ["nothing", ""],
    ["no name", randomBytes(32).toString("base64")],
    ["a short key", `k1:${randomBytes(16).toString("base64")}`],
    ["one name twice", `${first},${key("k1")}`],
  ])("with %s is refused without being told", async (_what, text) => {
    const error: unknown = await seal({ DATA_KEYS: text }, place, SECRET).catch((e) => e);
    expect(String(error)).toContain("DATA_KEYS");
    expect(String(error)).not.toContain(text.slice(4, 20) || "AAAA");
  });
});
