import tailwindcss from "@tailwindcss/vite";
import icons from "unplugin-icons/vite";
import { defineConfig } from "vite";
import solid from "vite-plugin-solid";
import { duckdb } from "./duckdb-assets/plugin.ts";
import { serviceWorker } from "./service-worker/plugin.ts";

const api = `http://127.0.0.1:${process.env["API_PORT"] ?? "8787"}`;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [solid(), tailwindcss(), icons({ compiler: "solid" }), duckdb(), serviceWorker()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2023",
    // Nothing inline: the pages' policy takes scripts, styles and fonts from files of this origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Else every icon and shared part is a file of its own, eighty for a board. Parts that the same screens use share a
    // file; those below 5 kB join the nearest, so that the first screen is not made to carry the others.
    rolldownOptions: {
      output: {
        chunkFileNames: ({ name }) =>
          name.startsWith("part~") ? "assets/part-[hash].js" : "assets/[name]-[hash].js",
        codeSplitting: {
          groups: [
            { name: "start", tags: ["$initial"], priority: 1 },
            // All that the first screen needs goes in one file: else parts of it join larger ones that it would have to carry.
            { name: "entrance", test: /features\/identity\/sign-in\.tsx$/, priority: 2 },
            // What these words are made of goes with them: people who are not signed in load nothing else of a language.
            { name: "door-fr", test: /i18n\/fr\/door\.ts$/, priority: 2 },
            { name: "door-en", test: /i18n\/en\/door\.ts$/, priority: 2 },
            // It has to run before any schema is made; together with schemas its chunk would wait for itself.
            { name: "schemas", test: /domain\/analytics\/page-zod\.ts$/, priority: 2 },
            // The frame of every page inside, with what it needs.
            { name: "inside", test: /web\/app\/workspace\.tsx$/, priority: 1.5 },
            {
              name: "part",
              minShareCount: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 5_000,
            },
          ],
        },
      },
    },
  },
  worker: { format: "es" },
  server: {
    host: "127.0.0.1",
    port: 5173,
    proxy: { "/api": api, "/dev": api, "/mail": api, "/ws": { target: api, ws: true } },
  },
});
