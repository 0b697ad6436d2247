import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT, STATE } from "./paths.ts";

/** Secrets that the Worker cannot do without, in bytes. */
const NEEDED = { AUTH_SECRET: 48, PASSWORD_PEPPER: 32 } as const;

/** The file that holds the secrets of a state folder; the default state shares wrangler's own file. */
export function secretsFile(state: string): string {
  return join(state === STATE ? ROOT : state, ".dev.vars");
}

function parse(text: string): Record<string, string> {
  const lines = text.split("\n").map((line) => /^([A-Z_]+)\s*=\s*"?([^"\r]*)"?\s*$/.exec(line));
  return Object.fromEntries(lines.flatMap((hit) => (hit ? [[hit[1] ?? "", hit[2] ?? ""]] : [])));
}

/**
 * Reads a state folder's secrets and makes up, at random, those that are missing. What stands there is
 * kept: a new pepper would make every stored password useless.
 */
export function localSecrets(state: string): Record<string, string> {
  const file = secretsFile(state);
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  const secrets = parse(before);
  const missing = Object.entries(NEEDED).filter(([name]) => !secrets[name]);
  if (missing.length === 0) return secrets;
  const added = missing.map(
    ([name, size]) => [name, randomBytes(size).toString("base64")] as const,
  );
  const text = added.map(([name, value]) => `${name}="${value}"\n`).join("");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, before && !before.endsWith("\n") ? `${before}\n${text}` : before + text, {
    mode: 0o600,
  });
  return { ...secrets, ...Object.fromEntries(added) };
}
