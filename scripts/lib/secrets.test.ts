import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addDataKey, forgetOldDataKeys, localSecrets, secretsFile } from "./secrets.ts";

let state = "";
beforeEach(() => (state = mkdtempSync(join(tmpdir(), "state-"))));
afterEach(() => rmSync(state, { recursive: true, force: true }));

test("makes random secrets that differ from state to state", () => {
  const other = mkdtempSync(join(tmpdir(), "state-"));
  const [a, b] = [localSecrets(state), localSecrets(other)];
  rmSync(other, { recursive: true });
  expect(Buffer.from(a["AUTH_SECRET"] ?? "", "base64")).toHaveLength(48);
  expect(Buffer.from(a["PASSWORD_PEPPER"] ?? "", "base64")).toHaveLength(32);
  expect(a["DATA_KEYS"]).toMatch(/^k1:[A-Za-z0-9+/]{43}=$/);
  expect(a).not.toEqual(b);
});

test("keeps what is there, also by hand, and keeps it private", () => {
  writeFileSync(secretsFile(state), 'AUTH_SECRET="mine"\nALLOWED_ORIGINS=http://127.0.0.1:5173');
  const first = localSecrets(state);
  expect(first).toMatchObject({ AUTH_SECRET: "mine", ALLOWED_ORIGINS: "http://127.0.0.1:5173" });
  expect(localSecrets(state)).toEqual(first);
  expect(readFileSync(secretsFile(state), "utf8")).toMatch(/^AUTH_SECRET="mine"\nALLOWED/);
});

test("only the owner may read the file", () => {
  localSecrets(state);
  expect(statSync(secretsFile(state)).mode & 0o077).toBe(0);
});

test("puts a new data key before the old ones, which stay until they are forgotten", () => {
  const before = localSecrets(state);
  expect([addDataKey(state), addDataKey(state)]).toEqual(["k2", "k3"]);
  const after = localSecrets(state);
  expect(after["DATA_KEYS"]).toMatch(/^k3:[^,]+,k2:[^,]+,k1:[^,]+$/);
  expect(after["DATA_KEYS"]?.endsWith(before["DATA_KEYS"] ?? "")).toBe(true);
  expect(after["AUTH_SECRET"]).toBe(before["AUTH_SECRET"]);
  expect(forgetOldDataKeys(state)).toEqual(["k2", "k1"]);
  expect(localSecrets(state)["DATA_KEYS"]).toMatch(/^k3:[^,]+$/);
  expect(forgetOldDataKeys(state)).toEqual([]);
  expect(statSync(secretsFile(state)).mode & 0o077).toBe(0);
});
