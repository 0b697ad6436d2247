import { cloudflareTest } from "@cloudflare/vitest-plugin";
import icons from "unplugin-icons/vite";
import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";

// The suffix of a test file names its environment: docs/architecture.md.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "pure",
          environment: "node",
          include: ["{domain,worker,durable-objects,web,scripts,bench,lint}/**/*.test.ts"],
          exclude: ["**/*.workerd.test.ts", "**/*.web.test.ts", "**/node_modules/**"],
        },
      },
      {
        plugins: [cloudflareTest({ wrangler: { configPath: "./wrangler.toml" } })],
        test: { name: "workerd", include: ["{worker,durable-objects}/**/*.workerd.test.ts"] },
      },
      {
        plugins: [solid(), icons({ compiler: "solid" })],
        test: { name: "web", environment: "jsdom", include: ["web/**/*.web.test.{ts,tsx}"] },
      },
      {
        test: {
          name: "e2e",
          environment: "node",
          include: ["web/e2e/**/*.e2e.ts"],
          testTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
