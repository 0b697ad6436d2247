import { describe, expect, it } from "vitest";
import { base32, fromBase32 } from "./base32.ts";
import { matchStep, newTotpKey, otpauthUri, stepAt, totpCode } from "./totp.ts";

const seed = (length: number) =>
  base32(new TextEncoder().encode("1234567890".repeat(7).slice(0, length)));
const SCHEMES = {
  "SHA-1": { key: seed(20), scheme: { hash: "SHA-1", digits: 8 } },
  "SHA-256": { key: seed(32), scheme: { hash: "SHA-256", digits: 8 } },
  "SHA-512": { key: seed(64), scheme: { hash: "SHA-512", digits: 8 } },
} as const;

describe("codes", () => {
  // RFC 6238, appendix B.
  it.each([
    [59, "SHA-1", "94287082"],
    [59, "SHA-256", "46119246"],
    [59, "SHA-512", "90693936"],
    [1_111_111_109, "SHA-1", "07081804"],
    [1_111_111_109, "SHA-256", "68084774"],
    [1_111_111_109, "SHA-512", "25091201"],
    [1_111_111_111, "SHA-1", "14050471"],
    [1_111_111_111, "SHA-256", "67062674"],
    [1_111_111_111, "SHA-512", "99943326"],
    [1_234_567_890, "SHA-1", "89005924"],
    [1_234_567_890, "SHA-256", "91819424"],
    [1_234_567_890, "SHA-512", "93441116"],
    [2_000_000_000, "SHA-1", "69279037"],
    [2_000_000_000, "SHA-256", "90698825"],
    [2_000_000_000, "SHA-512", "38618901"],
    [20_000_000_000, "SHA-1", "65353130"],
    [20_000_000_000, "SHA-256", "77737706"],
    [20_000_000_000, "SHA-512", "47863826"],
  ] as const)("follow RFC 6238 at %d s with %s", async (seconds, hash, code) => {
    const { key, scheme } = SCHEMES[hash];
    expect(await totpCode(key, stepAt(seconds * 1000), scheme)).toBe(code);
  });

  it("have six digits as apps show them", async () => {
    expect(await totpCode(SCHEMES["SHA-1"].key, stepAt(59_000))).toBe("287082");
  });
});

describe("a typed code", () => {
  const key = newTotpKey();
  const now = 1_763_740_815_000;
  const step = stepAt(now);

  it.each([-1, 0, 1])("fits %d steps from now", async (off) => {
    expect(await matchStep(key, await totpCode(key, step + off), now, 0)).toBe(step + off);
  });

  it.each([-2, 2])("does not fit %d steps from now", async (off) => {
    expect(await matchStep(key, await totpCode(key, step + off), now, 0)).toBeNull();
  });

  it("works once, and none of before works after it", async () => {
    const code = await totpCode(key, step);
    expect(await matchStep(key, code, now, step)).toBeNull();
    expect(await matchStep(key, await totpCode(key, step - 1), now, step)).toBeNull();
    expect(await matchStep(key, await totpCode(key, step + 1), now, step)).toBe(step + 1);
  });

  it("fits its own key only", async () => {
    expect(await matchStep(newTotpKey(), await totpCode(key, step), now, 0)).toBeNull();
  });
});

describe("base32", () => {
  // RFC 4648, section 10, without padding.
  it.each([
    ["", ""],
    ["f", "MY"],
    ["fo", "MZXQ"],
    ["foo", "MZXW6"],
    ["foob", "MZXW6YQ"],
    ["fooba", "MZXW6YTB"],
    ["foobar", "MZXW6YTBOI"],
  ])("of %j is %j, and back", (text, encoded) => {
    expect(base32(new TextEncoder().encode(text))).toBe(encoded);
    expect(new TextDecoder().decode(fromBase32(encoded))).toBe(text);
  });

  it("is read in lower case and groups, and nothing else", () => {
    expect(fromBase32("mzxw 6ytb oi==")).toEqual(fromBase32("MZXW6YTBOI"));
    expect(() => fromBase32("MZ1")).toThrow("Not base32");
  });
});

it("a new key has 160 bits and its address tells apps whose it is", () => {
  const key = newTotpKey();
  expect(fromBase32(key)).toHaveLength(20);
  const uri = new URL(otpauthUri(key, "claire@atelier.fr", "Aetheria"));
  expect(decodeURIComponent(uri.pathname)).toBe("/Aetheria:claire@atelier.fr");
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    secret: key,
    issuer: "Aetheria",
    algorithm: "SHA1",
    digits: "6",
    period: "30",
  });
});
