import { vi } from "vitest";
import type * as Bucket from "#objects/board/bucket.ts";
import type * as CatchUp from "#objects/board/catch-up.ts";
import type * as Projection from "#objects/board/projection.ts";
import { BoardRoom } from "#objects/board/room.ts";
import type { Env } from "#worker/platform/env.ts";
import { newWire, type Wire } from "./wire.ts";

// The board's object as it is deployed, in Node: what Cloudflare gives is stood in for, limits are small so that they are met.
const { edge } = vi.hoisted(() => ({ edge: { busy: (): boolean => false } }));

vi.mock("cloudflare:workers", () => ({
  DurableObject: class {
    ctx: unknown;
    env: unknown;
    constructor(ctx: unknown, env: unknown) {
      this.ctx = ctx;
      this.env = env;
    }
  },
}));
// SQL files are a matter of the Worker's bundle; `d1.ts` reads them itself.
vi.mock("#worker/platform/migrations.ts", () => ({ TENANT_MIGRATIONS: [] }));
// Node knows no answer of status 101.
vi.mock("#worker/platform/http/sockets.ts", () => ({
  upgradeClaims: (request: { claims: unknown }) => request.claims,
  upgraded: (webSocket: unknown) => ({ status: 101, webSocket }),
}));
vi.mock("#worker/platform/live/socket-person.ts", () => ({
  readPerson: async (env: RoomEnv, claims: { userId: string }) => {
    const permissions = env.rightsOf(claims.userId);
    return { claims, name: claims.userId, permissions: [...permissions] };
  },
}));
vi.mock("#objects/board/projection.ts", async (original) => {
  const real = await original<typeof Projection>();
  return {
    ...real,
    readBacklog: (storage: never, limit = 7) => real.readBacklog(storage, limit),
    pruneLog: (storage: never) => real.pruneLog(storage, 60),
  };
});
vi.mock("#objects/board/catch-up.ts", async (original) => {
  const real = await original<typeof CatchUp>();
  return {
    ...real,
    snapshotFrames: (storage: never, version: number) =>
      real.snapshotFrames(storage, version, 1500),
    opsFrames: (ops: never) => real.opsFrames(ops, 3000),
  };
});
vi.mock("#objects/board/bucket.ts", async (original) => {
  const real = await original<typeof Bucket>();
  return {
    ...real,
    createBuckets: () => {
      const take = real.createBuckets();
      return (client: string, count: number, now: number) =>
        edge.busy() ? 40 : take(client, count, now);
    },
  };
});

/** What the object is given beside its own storage. */
export interface RoomEnv {
  /** Permission keys of a person, now. */
  rightsOf(userId: string): readonly string[];
  database: unknown;
}

/** Cloudflare's own constructors, for as long as tests stub globals. `busy` decides when a push is told to wait. */
export function stubEdge(busy: () => boolean): void {
  edge.busy = busy;
  vi.stubGlobal("WebSocketRequestResponsePair", Object);
}

/** One life of the object. */
export function newRoom(ctx: DurableObjectState, env: RoomEnv): BoardRoom {
  const stub = { poke: async () => undefined, registerRoom: async () => undefined };
  const bindings = { TENANT_DB_000: env.database, OUTBOX_ROOM: { getByName: () => stub } };
  return new BoardRoom(ctx, { ...env, ...bindings } as unknown as Env);
}

/** Knocks at the object with a fresh ticket; null when it doesn't open. */
export async function knock(
  room: BoardRoom,
  claims: { userId: string; tenant: unknown; ticketId: string },
  epoch: string,
  forget: (wire: Wire) => void,
): Promise<Wire | null> {
  const wire = newWire(claims.userId, epoch, forget);
  vi.stubGlobal(
    "WebSocketPair",
    class {
      0 = wire.socket;
      1 = wire.socket;
    },
  );
  const request = { headers: new Headers(), claims: { ...claims, expiresAt: Date.now() + 30_000 } };
  const answer = await room.fetch(request as unknown as Request);
  return answer.status === 101 ? wire : null;
}
