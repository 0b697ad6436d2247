import type { AskVars } from "#worker/integrations/anthropic/config.ts";
import type { RestoreRpc } from "./exports/restore-rpc.ts";
import type { ExportRpc } from "./exports/rpc.ts";
import type { LimitRpc } from "./limit/rpc.ts";
import type { OutboxRpc, PokedRpc, RoomRpc } from "./live/rpc.ts";

/** Bindings and secrets of the Worker: wrangler.toml, and `.dev.vars` on one machine. */
export interface Env extends AskVars {
  ASSETS: Fetcher;
  CONTROL_DB: D1Database;
  FILES: R2Bucket;
  JOBS: Queue;
  LIMIT_API: RateLimit;
  LIMIT_AUTH: RateLimit;
  BOARD_ROOM: DurableObjectNamespace<RoomRpc>;
  OUTBOX_ROOM: DurableObjectNamespace<OutboxRpc>;
  LIMIT_ROOM: DurableObjectNamespace<LimitRpc>;
  EXPORT_ROOM: DurableObjectNamespace<ExportRpc>;
  RESTORE_ROOM: DurableObjectNamespace<RestoreRpc>;
  WEBHOOK_ROOM: DurableObjectNamespace<PokedRpc>;
  /** Requests a minute that one person may make: 100 when it is not set; `uncounted` while a demo is made. */
  REQUESTS_PER_MINUTE?: string;
  /** `bench` works as production does, on one machine: unencrypted, with mails on the outbox page. */
  ENVIRONMENT: "production" | "bench" | "test" | "development";
  /** Milliseconds by which the clock is ahead, for drills; without effect in production. */
  CLOCK_AHEAD_MS?: string;
  /** The share of answers, 0 to 1, that production holds against their schemas; every one when it is not set. */
  ANSWER_CHECKS?: string;
  /** Signs access tokens and tickets, derives refresh successors: 32 random bytes or more, base64. */
  AUTH_SECRET: string;
  /** Pepper of password hashes, base64. Changing it makes every password unusable. */
  PASSWORD_PEPPER: string;
  /** Keys of sealed values: `id:base64` of 32 bytes each, separated by commas, the current one first. */
  DATA_KEYS: string;
  /** Where links in mails lead, such as `https://app.exemple.fr`: needed in production, else the request's own. */
  APP_ORIGIN?: string;
  /** With `MAIL_FROM`, mails go out through Resend; without, they wait in production and stay in the outbox page elsewhere. */
  RESEND_API_KEY?: string;
  /** `Aetheria <bonjour@exemple.fr>`. */
  MAIL_FROM?: string;
  /** Another address of Resend's API than its own. */
  RESEND_BASE_URL?: string;
  /** DNS over HTTPS in its JSON form: names that people typed are looked up there before they are called. None: no name is. */
  DNS_RESOLVER?: string;
  /** Connections that go through a Hyperdrive: `cnx_…=BINDING`, separated by commas (docs/connections.md). */
  HYPERDRIVES?: string;
  /** `on` opens this machine's own addresses, also by `http`, to calls outside: for development and tests, never in production. */
  OUTBOUND_LOOPBACK?: string;
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
