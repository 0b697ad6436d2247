import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** What the shell keeps for the day without a network: code, styles and the Latin fonts, not the engines. */
const SHELL = /^assets\/.*\.(?:js|css|woff2)$/;
const LATIN_ONLY = /-(?:cyrillic|greek|vietnamese|latin-ext)[-.]/;
const MOST_BYTES = 400_000;

/** Writes `sw.js` beside the pages: our worker with the list of this build's files and a version made of them. */
export function serviceWorker(): Plugin {
  return {
    name: "aetheria-service-worker",
    apply: "build",
    generateBundle(_options, bundle) {
      const files = Object.values(bundle)
        .filter((file) => SHELL.test(file.fileName) && !LATIN_ONLY.test(file.fileName))
        .filter((file) => (file.type === "chunk" ? file.code : file.source).length < MOST_BYTES)
        .map((file) => `/${file.fileName}`)
        .toSorted();
      const version = createHash("sha256").update(files.join()).digest("hex").slice(0, 12);
      const source = readFileSync(new URL("worker.js", import.meta.url), "utf8")
        .replace("__VERSION__", JSON.stringify(version))
        .replace("__FILES__", JSON.stringify(files));
      this.emitFile({ type: "asset", fileName: "sw.js", source });
    },
  };
}
