import Argon2, { Argon2Type, Argon2Version } from "@phi-ag/argon2";
import wasm from "@phi-ag/argon2/argon2.wasm";
import { hmac } from "#worker/platform/bytes.ts";
import { RAW, type Ctx } from "#worker/platform/context.ts";
import type { Env } from "#worker/platform/env.ts";

/** OWASP Password Storage, argon2id: 19 MiB, two passes, one lane. About 30 ms of CPU. */
const COST = {
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
  hashLength: 32,
  type: Argon2Type.Argon2id,
  version: Argon2Version.Version13,
} as const;
const CURRENT = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;

/** Compiled before deployment: a Worker may not compile at run time. One scratch memory an isolate, wiped by each hash. */
const argon2 = new Argon2(new WebAssembly.Instance(wasm));

/** What an account without password, or no account at all, is compared with: no password leads to it. */
const NOBODY = `${CURRENT}bm9ib2R5IGhhcyB0aGlzIQ$bm8gcGFzc3dvcmQgbGVhZHMgdG8gdGhpcyBoYXNoLi4`;

/** The password under the pepper, so that a stolen database alone gives nothing to guess against. */
function peppered(env: Env, password: string): Promise<string> {
  return hmac(env.PASSWORD_PEPPER, password.normalize("NFKC"));
}

/** Hashes a password: a PHC string. Blocks the isolate, so limit the rate before calling it. */
export async function hashPassword(env: Env, password: string): Promise<string> {
  return argon2.hash(await peppered(env, password), COST).encoded;
}

/** Hashes a password that belongs to a record of the organization, not to a person: a PHC string. */
export function hashRecordPassword(ctx: Ctx, password: string): Promise<string> {
  return hashPassword(ctx[RAW].env, password);
}

/** What a comparison found. `stale` asks for a new hash: this one was made at another cost. */
export interface PasswordMatch {
  ok: boolean;
  stale: boolean;
}

/** Compares a password with a stored hash; null costs the same time and never matches. */
export async function verifyPassword(
  env: Env,
  password: string,
  stored: string | null,
): Promise<PasswordMatch> {
  const { success } = argon2.tryVerify(stored ?? NOBODY, await peppered(env, password));
  return {
    ok: success && stored !== null,
    stale: success && stored?.startsWith(CURRENT) === false,
  };
}
