import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AskBody } from "#domain/asks/model.ts";
import { anyone, password, startOrganization } from "#scripts/demo/session.ts";
import { spawnServer } from "#scripts/lib/spawned.ts";

/** A server of our own with one person in it, who may ask without end. */
export interface AskServer {
  workspaceId: string;
  post(body: AskBody, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  stop(): Promise<void>;
}

/** An access token holds a quarter of an hour. */
const RENEW_MS = 600_000;

/** Starts a server on an empty state whose Worker asks as `vars` say. */
export async function startAskServer(vars: string): Promise<AskServer> {
  const state = mkdtempSync(join(tmpdir(), "eval-ask-"));
  const budgets = "AI_TOKENS_PERSON=1000000000\nAI_TOKENS_ORGANIZATION=1000000000\n";
  writeFileSync(join(state, ".dev.vars"), `${vars}\n${budgets}`);
  const server = await spawnServer({ state });
  const who = { email: "eval@ask.example", password: password() };
  let session = await startOrganization(server.url, {
    ...who,
    organization: "Eval",
    name: "Eval",
    language: "fr",
  });
  let since = Date.now();
  const { id: workspaceId } = await session.post<{ id: string }>("/workspaces", { title: "Eval" });
  return {
    workspaceId,
    async post(body, signal) {
      if (Date.now() - since > RENEW_MS) {
        session = await anyone(server.url).enter("/auth/sign-in", who);
        since = Date.now();
      }
      const answer = await fetch(`${server.url}/api/v1/ai/query`, {
        method: "POST",
        headers: { authorization: `Bearer ${session.token}`, "content-type": "application/json" },
        body: JSON.stringify(body),
        signal,
      });
      if (!answer.ok || answer.body === null)
        throw new Error(`${answer.status} ${await answer.text()}`);
      return answer.body;
    },
    async stop() {
      await server.stop();
      rmSync(state, { recursive: true, force: true });
    },
  };
}
