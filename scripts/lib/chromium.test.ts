import { expect, test } from "vitest";
import { findChromium } from "./chromium.ts";

test("the one that the environment names comes first", () => {
  expect(findChromium(["/bin/sh"], process.execPath)).toBe(process.execPath);
});

test("a named one that is missing is passed over", () => {
  expect(findChromium(["/nowhere/chromium", "/bin/sh"], "/nowhere/else")).toBe("/bin/sh");
});

test("there may be none", () => {
  expect(findChromium(["/nowhere/chromium"], "")).toBeUndefined();
});
