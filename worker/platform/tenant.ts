import { drizzle } from "drizzle-orm/d1";
import { fail } from "#domain/errors.ts";
import { can, type Actor } from "#domain/permissions.ts";
import type { Access } from "#domain/route.ts";
import { mustBeFresh, mustHaveFactor } from "./auth/fresh.ts";
import { readAuthority, type Authority } from "./auth/authority.ts";
import type { Credential } from "./auth/credential.ts";
import { readTokenAuthority } from "./auth/token-authority.ts";
import { isoNow, type Clock } from "./clock.ts";
import { RAW, type Ctx, type Idempotency, type TenantFiles } from "./context.ts";
import { meterD1, newMeter, type D1Meter } from "./d1-meter.ts";
import type { Env } from "./env.ts";
import { prefixOf } from "./files-prefix.ts";
import { checkIdentity } from "./identity-row.ts";
import { mailOrigin } from "./mail/sender.ts";
import type { TenantRef } from "./tenant-ref.ts";

/** What opening an organization takes. */
export interface OpenRequest {
  env: Env;
  clock: Clock;
  claims: Credential;
  access: Access;
  /** The route asks for a recent proof of who acts. */
  fresh?: boolean;
  /** The route is for whoever has yet to add the second factor that is demanded. */
  beforeFactor?: boolean;
  requestId: string;
  address: string | null;
  idempotency: Idempotency | null;
  /** Bookmark of the caller's last write, so that a replica answers with it included. */
  bookmark: string | null;
  /** What is being answered; left out for work that no request asked for. */
  request?: Request;
  /** What must hold as well before anything is answered or committed; it may wait to know who acts. */
  gate?(actor: Promise<Authority>): Promise<unknown>;
  defer(work: Promise<unknown>): void;
}

/** An opened organization, and what the request layer needs to know of it. */
export interface Opened {
  ctx: Ctx;
  meter: D1Meter;
  bookmark(): string | null;
  /** True when the authority check applied migrations, so that a read made beside it must be made again. */
  migrated(): boolean;
}

/** The database of an organization. Error: `organization.unavailable` when the binding is not in this Worker. */
export function tenantDatabase(env: Env, tenant: TenantRef): D1Database {
  const database = env[tenant.binding];
  return database ?? fail("organization.unavailable", { reason: "binding" });
}

/** What the keys of an organization's files begin with. */
export function filesPrefix(tenant: TenantRef): string {
  return prefixOf(tenant.organizationId);
}

function files(env: Env, tenant: TenantRef): TenantFiles {
  const key = (path: string) => filesPrefix(tenant) + path;
  return {
    put: async (path, body, about) => {
      const options = about && {
        httpMetadata: { contentType: about.type },
        customMetadata: { name: about.name },
      };
      await env.FILES.put(key(path), body, options);
    },
    head: (path) => env.FILES.head(key(path)),
    get: (path) => env.FILES.get(key(path)),
    delete: (path) => env.FILES.delete(key(path)),
  };
}

/** The name of a room. Rooms of two organizations can't share one. */
export function roomName(tenant: TenantRef, room: string): string {
  return `${tenant.organizationId}/${room}`;
}

/** Throws `permission.denied` unless the person may use a route of this access. */
function permit(actor: Actor, access: Access): void {
  if (access === "member" || access === "public") return;
  if (!can(actor, access)) fail("permission.denied", { permission: access });
}

/** The only maker of a `Ctx`. The authority check starts at once and runs beside the verb. */
export function openTenant(request: OpenRequest): Opened {
  const { env, clock, claims } = request;
  const database = tenantDatabase(env, claims.tenant);
  const meter = newMeter();
  const d1 = database.withSession(request.bookmark ?? "first-unconstrained");
  const session = meterD1(d1, meter);
  const control = meterD1(env.CONTROL_DB, meter);
  let migrated = false;
  const read = claims.tokenHash === undefined ? readAuthority : readTokenAuthority;
  const known = read(control, claims, isoNow(clock));
  const others = Promise.all([
    checkIdentity(session, database, claims.tenant),
    request.gate?.(known),
  ]);
  // Who does not come in learns that first, whatever else does not hold.
  others.catch(() => undefined);
  const authority = known.then(async (actor): Promise<Authority> => {
    const [applied] = await others;
    migrated = applied;
    permit(actor, request.access);
    if (!request.beforeFactor) mustHaveFactor(actor, clock);
    if (request.fresh) mustBeFresh(actor, clock);
    return actor;
  });
  // A verb may fail before anyone awaits this; the request layer awaits it in any case.
  authority.catch(() => undefined);
  const actor = () => authority;
  const ctx: Ctx = {
    tenant: claims.tenant,
    userId: claims.userId,
    sessionId: claims.sessionId,
    requestId: request.requestId,
    address: request.address,
    clock,
    db: drizzle(session as unknown as D1Database),
    files: files(env, claims.tenant),
    rooms: {
      async board<T extends Rpc.DurableObjectBranded>(boardId: string) {
        await authority;
        const room = env.BOARD_ROOM.getByName(roomName(claims.tenant, `boards/${boardId}`));
        return room as unknown as DurableObjectStub<T>;
      },
      async webhooks<T extends Rpc.DurableObjectBranded>() {
        await authority;
        const room = env.WEBHOOK_ROOM.getByName(roomName(claims.tenant, "webhooks"));
        return room as unknown as DurableObjectStub<T>;
      },
    },
    idempotency: request.idempotency,
    actor,
    defer: (work) => request.defer(work),
    [RAW]: {
      session,
      control,
      env,
      meter,
      request: request.request ?? null,
      origin: mailOrigin(env, request.request ?? null),
    },
  };
  return { ctx, meter, bookmark: () => d1.getBookmark(), migrated: () => migrated };
}
