import { placeOf, targetOf, type Place } from "./zones.ts";

const LOWER: Record<Place["floor"], Place["floor"][]> = {
  domain: [],
  platform: ["domain", "integrations"],
  integrations: ["domain"],
  features: ["domain", "platform", "integrations"],
  jobs: ["domain", "platform", "features", "integrations"],
  objects: ["domain", "platform", "features", "integrations"],
  root: ["domain", "platform", "features", "jobs", "objects", "integrations"],
  web: ["domain"],
  outside: [],
};

/** Files of a feature that are its own business: everybody else goes through its verbs. */
const PRIVATE = /^(schema|queries|routes)\.ts$/;

/** Packages that would tie the domain to one side. Only `createRoute` of @hono/zod-openapi is pure. */
const NOT_IN_DOMAIN =
  /^(node:|cloudflare:|hono(\/|$)|@hono\/(?!zod-openapi$)|drizzle-orm|solid-js|@solidjs\/|@solid-primitives\/|@tanstack\/|@kobalte\/|@cloudflare\/|miniflare|wrangler|vite)/;
const NOT_IN_WEB = /^(cloudflare:|drizzle-orm|@cloudflare\/|miniflare|wrangler|@phi-ag\/argon2)/;
const NOT_IN_WORKER = /^(solid-js|@solidjs\/|@solid-primitives\/|@kobalte\/|@duckdb\/|echarts)/;

/** The bindings' type names the Durable Object classes that sit above it; their types only. */
const BINDINGS = "worker/platform/env.ts";

/** Definitions carry zod and OpenAPI: the page takes their types and none of their bytes. */
const DEFINITIONS = /^domain\/(route|[^/]+\/api)\.ts$/;

/**
 * Why `importer` may not import `specifier`, or undefined when it may. Paths are relative to the
 * repository; `typeOnly` is true for `import type`.
 */
export function forbidden(
  importer: string,
  specifier: string,
  typeOnly = false,
): string | undefined {
  const from = placeOf(importer);
  if (from.floor === "outside") return undefined;
  const target = targetOf(specifier, importer);
  if (target === undefined) return forbiddenPackage(from, specifier);
  const misspelt = spelling(importer, specifier, target);
  if (misspelt) return misspelt;
  if (importer === BINDINGS && typeOnly && target.startsWith("durable-objects/")) return undefined;
  if (from.floor === "web" && !from.test && !typeOnly && DEFINITIONS.test(target)) {
    return `The page takes only types from ${target}: write \`import type\`.`;
  }
  return direction(from, placeOf(target), target);
}

function forbiddenPackage(from: Place, specifier: string): string | undefined {
  if (from.test) return undefined;
  const banned =
    from.floor === "domain" ? NOT_IN_DOMAIN : from.floor === "web" ? NOT_IN_WEB : NOT_IN_WORKER;
  return banned.test(specifier)
    ? `${specifier} does not belong in ${from.floor === "domain" ? "domain, which is pure TypeScript and zod" : from.floor}.`
    : undefined;
}

function spelling(importer: string, specifier: string, target: string): string | undefined {
  if (specifier.startsWith("../") && !importer.startsWith("domain/i18n/")) {
    return `Another folder is imported by its alias (#domain/…, #worker/…, #objects/…, #web/…), not by ${specifier}.`;
  }
  const name = target.split("/").at(-1) ?? "";
  return name.includes(".") ? undefined : `Imports name the file with its extension: ${specifier}.`;
}

function direction(from: Place, to: Place, target: string): string | undefined {
  if (to.floor === "outside") {
    return from.test || !target.startsWith("scripts/")
      ? undefined
      : `${from.floor} does not import scripts.`;
  }
  if (from.floor === to.floor) return sameFloor(from, to, target);
  // A test of one worker floor may set the scene with another; the web's never may.
  const serving = from.floor !== "web" && from.floor !== "domain" && to.floor !== "web";
  if (from.test && serving) return undefined;
  if (!LOWER[from.floor].includes(to.floor))
    return `${from.floor} may not import ${to.floor} (${target}).`;
  if (from.floor === "objects" && from.file === "core.ts" && to.floor !== "domain") {
    return `core.ts of a room is pure: it imports domain only, not ${target}.`;
  }
  return to.floor === "features" && from.floor !== "root" ? throughVerbs(to, target) : undefined;
}

function sameFloor(from: Place, to: Place, target: string): string | undefined {
  if (from.floor === "features" && from.room !== to.room && !from.test)
    return throughVerbs(to, target);
  if (from.floor === "objects" && from.room !== to.room && to.room !== "" && !from.test) {
    return `A live room does not import another one (${target}).`;
  }
  if (from.floor === "web" && ["ui", "lib"].includes(from.room) && !from.test) {
    if (["ui", "lib"].includes(to.room)) return undefined;
    return `web/${from.room} is below the features and the frame: it may not import ${target}.`;
  }
  return undefined;
}

function throughVerbs(to: Place, target: string): string | undefined {
  return PRIVATE.test(to.file)
    ? `${target} is private to its feature: use one of the feature's verbs instead.`
    : undefined;
}
