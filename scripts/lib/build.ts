import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { inputsHash } from "./inputs.ts";
import { BUILDS, bin } from "./paths.ts";
import { run, type Outcome } from "./run.ts";
import {
  FIRST_LOAD,
  firstLoadFiles,
  gzipSize,
  pageScripts,
  tooLarge,
  type Manifest,
} from "./weight.ts";

/** A finished build. Folders are absolute. */
export interface Build {
  /** Assets: index.html and what it loads. */
  web: string;
  /** The bundled Worker: index.js with its .sql and .wasm modules beside it. */
  worker: string;
  /** Gzip bytes of the first load's JavaScript. */
  firstLoad: number;
}

/** A step that failed, with the tool's own words. */
export class BuildError extends Error {}

/** What a person who is not signed in loads lazily at once: the screen, and its words. */
const FIRST_SCREEN = [/\/entrance-[^/]+\.js$/, /\/door-fr-[^/]+\.js$/];
const KEEP = 12;

/**
 * Builds the page and the Worker from the sources as they stand, or hands back the build of the same
 * sources that is there already. Each state of the sources has a folder of its own, so that a
 * running server keeps its files. With `types` the type check (and with it: no missing translation) is part of it.
 */
export async function build(options: {
  types: boolean;
  say?: (line: string) => void;
}): Promise<Build> {
  const say = options.say ?? (() => undefined);
  const hash = inputsHash();
  const folder = join(BUILDS, hash);
  const typed = `${folder}.typed`;
  if (options.types && !existsSync(typed)) {
    say("Checking types and translations…");
    await checkTypes(PRODUCT);
    mkdirSync(BUILDS, { recursive: true });
    writeFileSync(typed, "");
  }
  if (!existsSync(join(folder, "worker/index.js"))) {
    say("Building the page and the Worker…");
    await bundle(folder);
    prune();
  }
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  const web = join(folder, "web");
  const page = readFileSync(join(web, "index.html"), "utf8");
  const files = new Set([...firstLoadFiles(manifest, FIRST_SCREEN), ...pageScripts(page)]);
  return { web, worker: join(folder, "worker"), firstLoad: gzipSize(web, [...files]) };
}

const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** Checks a build against what Cloudflare and our own budget allow; answers what is wrong with it. */
export function faults(built: Build): string[] {
  const heavy = tooLarge(built.web).map(
    (file) => `${file} is over the 25 MiB that an asset may have.`,
  );
  if (built.firstLoad <= FIRST_LOAD) return heavy;
  return [
    ...heavy,
    `The first load is ${kb(built.firstLoad)} of JavaScript; ${kb(FIRST_LOAD)} is the limit.`,
  ];
}

/** The two sides, whole: with tests, scripts and bench. */
export const EVERYTHING = ["tsconfig.json", "web/tsconfig.json"];

/** What a build consists of: a fault in a test keeps nobody from starting. */
const PRODUCT = ["scripts/types/worker.json", "scripts/types/web.json"];

/** Type-checks both sides; throws a BuildError with the compiler's list. */
export async function checkTypes(projects: string[]): Promise<void> {
  const checks = projects.map((project) => run(bin("tsc"), ["--noEmit", "-p", project]));
  const outcomes = await Promise.all(checks);
  const output = outcomes.map((one) => one.output).join("");
  must("types", { ok: outcomes.every((one) => one.ok), output, seconds: 0 });
}

async function bundle(folder: string): Promise<void> {
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  try {
    const web = join(fresh, "web");
    const vite = ["build", "web", "--outDir", web, "--emptyOutDir", "--manifest", "manifest.json"];
    // Started by the tests, it would inherit theirs and leave out the service worker.
    must("vite build", await run(bin("vite"), vite, { env: { NODE_ENV: "production" } }));
    renameSync(join(web, "manifest.json"), join(fresh, "manifest.json"));
    await bundleWorker(join(fresh, "worker"), web);
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Bundles the Worker into a folder, as a deployment would. @throws BuildError with the bundler's words. */
export async function bundleWorker(folder: string, assets: string): Promise<void> {
  const deploy = ["deploy", "--dry-run", "--outdir", folder, "--assets", assets];
  must("worker bundle", await run(bin("wrangler"), deploy, { env: { CI: "true" } }));
}

function must(step: string, outcome: Outcome): void {
  if (!outcome.ok) throw new BuildError(`${step} failed:\n${outcome.output.trim()}`);
}

/** Drops builds that nobody can be serving any more: not among the latest, and over an hour old. */
function prune(): void {
  const entries = readdirSync(BUILDS)
    .map((name) => ({ path: join(BUILDS, name), at: statSync(join(BUILDS, name)).mtimeMs }))
    .toSorted((a, b) => b.at - a.at);
  for (const old of entries.slice(KEEP)) {
    if (Date.now() - old.at > 3_600_000) rmSync(old.path, { recursive: true, force: true });
  }
}
