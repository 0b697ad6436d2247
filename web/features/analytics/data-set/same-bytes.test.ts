import { expect, it } from "vitest";
import { areSameBytes } from "./same-bytes.ts";

const LARGE = new Uint8Array(9_000_000).fill(65);

it("compares files byte for byte, beyond the first piece", async () => {
  const other = LARGE.slice();
  other[8_999_999] = 66;
  expect(await areSameBytes(new Blob([LARGE]), new Blob([LARGE.slice()]))).toBe(true);
  expect(await areSameBytes(new Blob([LARGE]), new Blob([other]))).toBe(false);
  expect(await areSameBytes(new Blob(["a"]), new Blob(["ab"]))).toBe(false);
  expect(await areSameBytes(new Blob([]), new Blob([]))).toBe(true);
});
