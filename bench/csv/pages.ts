import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { ROOT } from "#scripts/lib/paths.ts";
import { duckdb } from "#web/duckdb-assets/plugin.ts";
import { serveFolders } from "../lib/static.ts";

/** Pages with a file field and one engine behind it: `/ours.html`, `/arquero.html`, `/arqueroRows.html`, `/sqljs.html`, `/brush.html`. */
export async function servePages(): Promise<{ url: string; stop(): Promise<void> }> {
  const outDir = mkdtempSync(join(tmpdir(), "aetheria-bench-pages-"));
  const entries = {
    ours: "bench/csv/page-ours.js",
    arquero: "bench/peers/arquero-page.js",
    arqueroRows: "bench/peers/arquero-rows-page.js",
    sqljs: "bench/peers/sqljs-page.js",
    brush: "bench/brush/page-brush.js",
  };
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    plugins: [duckdb()],
    logLevel: "error",
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2023",
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(entries).map(([name, path]) => [name, join(ROOT, path)]),
        ),
        output: { entryFileNames: "[name].js" },
      },
    },
  });
  for (const name of Object.keys(entries)) {
    const page = `<!doctype html><input type="file"><script type="module" src="/${name}.js"></script>`;
    writeFileSync(join(outDir, `${name}.html`), page);
  }
  const site = await serveFolders([outDir, join(ROOT, "web/public")]);
  return {
    url: site.url,
    stop: async () => {
      await site.stop();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
