import type { OutboxRpc, RoomRpc } from "./live/rpc.ts";

/** Bindings and secrets of the Worker: wrangler.toml, and `.dev.vars` on one machine. */
export interface Env {
  ASSETS: Fetcher;
  CONTROL_DB: D1Database;
  FILES: R2Bucket;
  JOBS: Queue;
  LIMIT_API: RateLimit;
  LIMIT_AUTH: RateLimit;
  BOARD_ROOM: DurableObjectNamespace<RoomRpc>;
  OUTBOX_ROOM: DurableObjectNamespace<OutboxRpc>;
  ENVIRONMENT: "production" | "test" | "development";
  /** The share of answers, 0 to 1, that production holds against their schemas; every one when it is not set. */
  ANSWER_CHECKS?: string;
  /** Signs access tokens and tickets, derives refresh successors: 32 random bytes or more, base64. */
  AUTH_SECRET: string;
  /** Pepper of password hashes, base64. Changing it makes every password unusable. */
  PASSWORD_PEPPER: string;
  /** Comma-separated origins besides the request's own that may call the API and open sockets. */
  ALLOWED_ORIGINS?: string;
  [tenantDatabase: `TENANT_DB_${string}`]: D1Database | undefined;
}

/** Names of the pool's bindings in this Worker, in order. */
export function poolBindings(env: Env): string[] {
  return Object.keys(env)
    .filter((name) => name.startsWith("TENANT_DB_"))
    .toSorted();
}
