import { join, resolve } from "node:path";

/** The repository. */
export const ROOT = resolve(import.meta.dirname, "../..");

/** Where `npm start` keeps D1, R2, queues and Durable Objects. */
export const STATE = join(ROOT, ".state");

/** Built pages and Workers, one folder per state of the sources. */
export const BUILDS = join(ROOT, ".build");

/** A binary of node_modules. */
export function bin(name: string): string {
  return join(ROOT, "node_modules/.bin", name);
}
