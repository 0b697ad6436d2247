import type { Env } from "./env.ts";

/** Asks the control database one small question. Throws when it does not answer. */
export async function probeControl(env: Env): Promise<void> {
  await env.CONTROL_DB.prepare("SELECT 1").first();
}
