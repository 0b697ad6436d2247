import tailwindcss from "@tailwindcss/vite";
import icons from "unplugin-icons/vite";
import { defineConfig } from "vite";
import solid from "vite-plugin-solid";

const api = `http://127.0.0.1:${process.env["API_PORT"] ?? "8787"}`;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [solid(), tailwindcss(), icons({ compiler: "solid" })],
  build: { outDir: "dist", emptyOutDir: true, target: "es2023" },
  server: {
    host: "127.0.0.1",
    port: 5173,
    proxy: { "/api": api, "/ws": { target: api, ws: true } },
  },
});
