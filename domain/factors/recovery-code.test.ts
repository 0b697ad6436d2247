import { expect, it } from "vitest";
import { newRecoveryCode, readRecoveryCode } from "./recovery-code.ts";

it("has 26 letters of 32 in groups of five, the last of six", () => {
  const code = newRecoveryCode();
  expect(code).toMatch(/^(?:[0-9a-hjkmnp-tv-z]{5}-){4}[0-9a-hjkmnp-tv-z]{6}$/);
  const many = new Set(Array.from({ length: 1000 }, newRecoveryCode));
  expect(many.size).toBe(1000);
});

it("is read as it was meant, however it was typed", () => {
  const code = "0123a-1bcde-fghjk-mnpqr-stvwxy";
  const plain = "0123a1bcdefghjkmnpqrstvwxy";
  expect(readRecoveryCode(code)).toBe(plain);
  expect(readRecoveryCode(` ${code.toUpperCase().replaceAll("-", " ")} `)).toBe(plain);
  expect(readRecoveryCode(code.replace("0", "O").replaceAll("1", "l"))).toBe(plain);
});

it.each([
  "",
  "123456",
  "0123a-1bcde",
  "0123a-1bcde-fghjk-mnpqr-stvwxyz",
  "u123a-1bcde-fghjk-mnpqr-stvwxy",
])("%j is none", (typed) => expect(readRecoveryCode(typed)).toBeNull());
