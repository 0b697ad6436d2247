import tailwindcss from "@tailwindcss/vite";
import icons from "unplugin-icons/vite";
import { defineConfig } from "vite";
import solid from "vite-plugin-solid";
import { serviceWorker } from "./service-worker/plugin.ts";

const api = `http://127.0.0.1:${process.env["API_PORT"] ?? "8787"}`;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [solid(), tailwindcss(), icons({ compiler: "solid" }), serviceWorker()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2023",
    // Nothing inline: the pages' policy takes scripts, styles and fonts from files of this origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: "es" },
  server: {
    host: "127.0.0.1",
    port: 5173,
    proxy: { "/api": api, "/ws": { target: api, ws: true } },
  },
});
