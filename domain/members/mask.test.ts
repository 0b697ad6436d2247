import { expect, it } from "vitest";
import { maskEmail } from "./mask.ts";

it.each([
  ["lucas@atelier.fr", "l•••@atelier.fr"],
  ["l@atelier.fr", "l•••@atelier.fr"],
  ['"a@b"@atelier.fr', '"•••@atelier.fr'],
])("%s is told as %s", (email, masked) => {
  expect(maskEmail(email)).toBe(masked);
});
