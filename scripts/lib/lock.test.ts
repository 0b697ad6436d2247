import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { complete, missingOptional, platformOf } from "./lock.ts";
import { ROOT } from "./paths.ts";

test.each(["package-lock.json", "bench/peers/package-lock.json"])(
  "%s holds every platform, so that `npm ci` takes it (node scripts/complete-lock.ts)",
  (name) => {
    const lock = JSON.parse(readFileSync(join(ROOT, name), "utf8"));
    expect(missingOptional(lock.packages)).toEqual([]);
  },
);

test("finds what is missing, and what stands beside or above", () => {
  const packages = {
    "": {},
    "node_modules/a": {
      dev: true,
      optionalDependencies: { "a-linux-x64-gnu": "1.0.0", "a-darwin-arm64": "1.0.0" },
    },
    "node_modules/a/node_modules/a-linux-x64-gnu": { version: "1.0.0" },
    "node_modules/b": { optionalDependencies: { a: "1.0.0", fsevents: "~2.3.3" } },
  };
  expect(missingOptional(packages)).toEqual([
    { parent: "node_modules/a", name: "a-darwin-arm64", version: "1.0.0" },
  ]);
  const whole = complete(packages);
  expect(missingOptional(whole)).toEqual([]);
  expect(whole["node_modules/a-darwin-arm64"]).toEqual({
    version: "1.0.0",
    dev: true,
    optional: true,
    os: ["darwin"],
    cpu: ["arm64"],
  });
});

test.each([
  ["@oxlint/binding-linux-arm64-musl", { os: ["linux"], cpu: ["arm64"], libc: ["musl"] }],
  ["@oxfmt/binding-linux-arm-gnueabihf", { os: ["linux"], cpu: ["arm"] }],
  ["@cloudflare/workerd-windows-64", { os: ["win32"], cpu: ["x64"] }],
  ["@cloudflare/workerd-darwin-64", { os: ["darwin"], cpu: ["x64"] }],
  ["@tailwindcss/oxide-wasm32-wasi", { cpu: ["wasm32"] }],
  ["@oxlint-tsgolint/win32-arm64", { os: ["win32"], cpu: ["arm64"] }],
])("the platform of %s", (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});
