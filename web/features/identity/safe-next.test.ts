import { expect, it } from "vitest";
import { safeNext } from "./safe-next.ts";

it.each([
  [undefined, "/"],
  ["/clients?stage=signed", "/clients?stage=signed"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["https://evil.example", "/"],
  ["javascript:alert(1)", "/"],
  ["", "/"],
])("%j goes to %j", (next, target) => {
  expect(safeNext(next)).toBe(target);
});
