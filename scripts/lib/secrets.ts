import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT, STATE } from "./paths.ts";

const random = (bytes: number): string => randomBytes(bytes).toString("base64");

/** Secrets that the Worker cannot do without, each with how one is made up. */
const NEEDED: Readonly<Record<string, () => string>> = {
  AUTH_SECRET: () => random(48),
  PASSWORD_PEPPER: () => random(32),
  DATA_KEYS: () => `k1:${random(32)}`,
};

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
  const added = missing.map(([name, make]) => [name, make()] as const);
  const text = added.map(([name, value]) => `${name}="${value}"\n`).join("");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, before && !before.endsWith("\n") ? `${before}\n${text}` : before + text, {
    mode: 0o600,
  });
  return { ...secrets, ...Object.fromEntries(added) };
}

/** Writes one secret of a state folder in place of what stood there. A running server takes it up within a second. */
function replaceSecret(state: string, name: string, value: string): void {
  localSecrets(state);
  const file = secretsFile(state);
  const lines = readFileSync(file, "utf8").split("\n");
  const text = lines.map((line) =>
    new RegExp(`^${name}\\s*=`).test(line) ? `${name}="${value}"` : line,
  );
  // Whole or not at all: a server may be reading it.
  writeFileSync(`${file}.new`, text.join("\n"), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

const entries = (state: string): string[] => (localSecrets(state)["DATA_KEYS"] ?? "").split(",");
const idOf = (entry: string): string => entry.trim().split(":")[0] ?? "";

/** Puts a new key before the others, which go on opening what they have sealed. Answers its id. */
export function addDataKey(state: string): string {
  const before = entries(state);
  const numbers = before.map((entry) => Number(/^k(\d+)$/.exec(idOf(entry))?.[1] ?? 0));
  const id = `k${Math.max(...numbers) + 1}`;
  replaceSecret(state, "DATA_KEYS", [`${id}:${random(32)}`, ...before].join(","));
  return id;
}

/** Drops every key but the current one. Answers the ids that are gone. */
export function forgetOldDataKeys(state: string): string[] {
  const [current = "", ...old] = entries(state);
  if (old.length > 0) replaceSecret(state, "DATA_KEYS", current);
  return old.map(idOf);
}
