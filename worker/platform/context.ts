import type { DrizzleD1Database } from "drizzle-orm/d1";
import type { Authority } from "./auth/authority.ts";
import type { Clock } from "./clock.ts";
import type { D1Like, D1Meter } from "./d1-meter.ts";
import type { Env } from "./env.ts";
import type { TenantRef } from "./tenant-ref.ts";

/** Reads of an organization's database. Writing goes through `commit`. */
export type TenantDb = Pick<
  DrizzleD1Database,
  "select" | "selectDistinct" | "with" | "$with" | "$count"
>;

/** A repeatable mutation: its key, and what the request asked, so that a reused key with another body is refused. */
export interface Idempotency {
  key: string;
  fingerprint: string;
}

/** Objects in R2 under the organization's own prefix. */
export interface TenantFiles {
  put(
    path: string,
    body: ReadableStream | ArrayBuffer | string,
    about?: { type: string; name: string },
  ): Promise<void>;
  /** What is known of a file without its bytes. */
  head(path: string): Promise<R2Object | null>;
  get(path: string): Promise<R2ObjectBody | null>;
  delete(path: string): Promise<void>;
}

/** Live objects of the organization. Each waits for the authority check, as calling one has effects. */
export interface TenantRooms {
  /** The object that owns the truth of a board, with the RPC interface that the feature declares. */
  board<T extends Rpc.DurableObjectBranded>(boardId: string): Promise<DurableObjectStub<T>>;
  /** The object that sends webhooks and keeps their log, likewise. */
  webhooks<T extends Rpc.DurableObjectBranded>(): Promise<DurableObjectStub<T>>;
}

/** Databases that only the platform may touch: `commit`, `commitControl`, migrations and the outbox. */
export interface RawTenant {
  session: D1Like;
  control: D1Like;
  env: Env;
  meter: D1Meter;
  /** What is being answered; null for work that no request asked for. */
  request: Request | null;
  /** Where links of mails lead: see `mailOrigin`. */
  origin: string;
}

/** The key of the raw handle in a `Ctx`. Lint bans it outside worker/platform. */
export const RAW = Symbol("raw tenant");

/** What every verb receives. Only `openTenant` builds one. */
export interface Ctx {
  tenant: TenantRef;
  userId: string;
  sessionId: string;
  requestId: string;
  /** The network address of the request; null where it is not known. */
  address: string | null;
  clock: Clock;
  db: TenantDb;
  files: TenantFiles;
  rooms: TenantRooms;
  idempotency: Idempotency | null;
  /**
   * Who acts, once session, membership, the route's permission and the database's identity are known to hold.
   * Errors: `auth.required`, `permission.denied`, `organization.unavailable`.
   */
  actor(): Promise<Authority>;
  /** Work that may outlive the answer. */
  defer(work: Promise<unknown>): void;
  [RAW]: RawTenant;
}
