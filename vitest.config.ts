import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import icons from "unplugin-icons/vite";
import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";
import { lazyModulesAtHand } from "./scripts/vitest/at-hand.ts";
import { fuzzOptions } from "./scripts/vitest/fuzz.ts";

// The suffix of a test file names its environment: docs/architecture.md.

// wrangler.toml names this folder for the assets, and the test pool wants it to exist.
mkdirSync("web/dist", { recursive: true });

const secret = (): string => randomBytes(48).toString("base64");

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "pure",
          environment: "node",
          provide: { fuzz: fuzzOptions(process.env) },
          testTimeout: 30_000,
          // DuckDB's wasm is compiled before the first test of a file: seconds on a busy machine.
          hookTimeout: 60_000,
          include: ["{domain,worker,durable-objects,web,scripts,bench,lint}/**/*.test.ts"],
          exclude: [
            "**/*.workerd.test.ts",
            "**/*.web.test.ts",
            "**/node_modules/**",
            "lint/fixtures/**",
          ],
        },
      },
      {
        plugins: [
          lazyModulesAtHand(),
          cloudflareTest({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: {
                ENVIRONMENT: "test",
                AUTH_SECRET: secret(),
                PASSWORD_PEPPER: secret(),
                DATA_KEYS: `k1:${randomBytes(32).toString("base64")}`,
                // Suites ask as fast as they can; the limit itself is asked by its own.
                REQUESTS_PER_MINUTE: "1000000",
                // No test asks a resolver; those that call outside answer for one themselves.
                DNS_RESOLVER: "",
                OUTBOUND_LOOPBACK: "on",
              },
            },
          }),
        ],
        test: {
          name: "workerd",
          include: ["{worker,durable-objects}/**/*.workerd.test.ts"],
          setupFiles: ["./scripts/vitest/workerd.ts"],
          globalSetup: ["./scripts/vitest/databases.ts"],
          provide: { fuzz: fuzzOptions(process.env) },
          isolate: false,
          // A test that is cut off runs on into the next file's databases: only one that hangs may be.
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
      {
        plugins: [solid(), icons({ compiler: "solid" })],
        test: {
          name: "web",
          environment: "jsdom",
          include: ["web/**/*.web.test.{ts,tsx}"],
          setupFiles: ["./scripts/vitest/web.ts"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "e2e",
          environment: "node",
          include: ["web/e2e/**/*.e2e.ts"],
          globalSetup: ["./scripts/vitest/e2e.ts"],
          // Long for one machine is usual for another: a journey that hangs is ended by the patience of what it waits for.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // A poll waits for a browser, on a machine that may be busy: as long as a locator's patience, not a second.
          expect: { poll: { timeout: 30_000 } },
          // JOURNEYS=2 runs two files beside each other, each on a server of its own, where the machine bears two browsers.
          maxWorkers: Number(process.env["JOURNEYS"] ?? 1),
        },
      },
    ],
  },
});
