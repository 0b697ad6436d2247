import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { door } from "#domain/i18n/fr/door.ts";

const ROOT = join(import.meta.dirname, "../..");
const IMPORTS = /^(?:import|export)(?! type)[^;]*?from "([^"]+)"/gm;
const LAZY = /\bimport\("([^"]+)"\)/g;
const PAGES = "web/features/identity/entry-routes.ts";

/** Files of the web that one imports at its head; for the addresses of the door, their pages as well. */
function imported(file: string): string[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  const found = [...text.matchAll(IMPORTS), ...(file === PAGES ? text.matchAll(LAZY) : [])];
  return found
    .map(([, name = ""]) => (name.startsWith("#") ? name.slice(1) : join(dirname(file), name)))
    .filter((name) => /^web\/.*\.tsx?$/.test(name) && existsSync(join(ROOT, name)));
}

function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const next of imported(file)) reached(next, seen);
  return seen;
}

test("what people see before they are signed in speaks with the words of the door alone", () => {
  const files = [...reached("web/app/main.tsx")];
  expect(files).toContain("web/features/identity/sign-in.tsx");
  const said = files.flatMap((file) => {
    const text = readFileSync(join(ROOT, file), "utf8").replaceAll(/\/\*.*?\*\/|\/\/.*$/gms, "");
    return [...text.matchAll(/\bt\(\)\s*\.(\w+)/g)].map(([, key = ""]) => ({ file, key }));
  });
  expect(said.length).toBeGreaterThan(50);
  expect(said.filter(({ key }) => !(key in door))).toEqual([]);
});
