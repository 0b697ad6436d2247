import type { Clock } from "#worker/platform/clock.ts";
import type { D1Meter } from "#worker/platform/d1-meter.ts";
import type { Counted } from "#worker/platform/limit/take-request.ts";
import type { Env } from "#worker/platform/env.ts";

/** What middleware leaves for the handlers of one request. */
export interface Vars {
  requestId: string;
  clock: Clock;
  /** D1 round trips of this request, for the `Server-Timing` header. */
  meter: D1Meter | null;
  /** Who asked and for which organization, once the token was read, for the log. */
  caller: { userId: string; organizationId: string } | null;
  /** The code of the problem that was answered, for the log. */
  problem: string | null;
  /** What the person may still ask for in this minute, once it was counted. */
  allowance: Counted | null;
}

/** The type parameter of every Hono app here. */
export interface AppEnv {
  Bindings: Env;
  Variables: Vars;
}
