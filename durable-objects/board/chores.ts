import { CLOSE } from "#domain/boards/protocol.ts";
import { log } from "#worker/platform/log.ts";
import { metaOf } from "./core.ts";
import { type Backlog, noteProjected, pruneLog, readBacklog } from "./projection.ts";
import { makeDue, nextRepeat } from "./repeats.ts";
import { seatOf } from "./seat.ts";
import type { Storage } from "./storage.ts";

const PROJECT_AFTER_MS = 300;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 60_000;
const DAY_MS = 86_400_000;
const SWEEP_MS = 20_000;
const SILENT_MS = 45_000;
/** A client further behind than this is dropped, and catches up when it comes back. */
const BEHIND = 1000;

/** What chores need of the object. */
export interface ChoreDeps {
  storage: Storage;
  alarms: Pick<DurableObjectStorage, "getAlarm" | "setAlarm">;
  sockets(): WebSocket[];
  /** UTC milliseconds of the socket's last heartbeat; 0 when there was none. */
  pinged(socket: WebSocket): number;
  project(backlog: Backlog): Promise<void>;
  /** Ops that nobody pushed go to the open pages. */
  tell(): void;
  /** Closes a socket and tells the others that its person left. */
  leave(socket: WebSocket, code: number, reason: string): void;
}

/** What the object does by alarm: bring ops to D1, drop dead and hopeless sockets, prune the log. */
export interface Chores {
  projectSoon(): Promise<void>;
  /** Brings everything to D1 now; false when D1 is away, and then it is tried again until done. */
  projectNow(): Promise<boolean>;
  /** Brings everything to D1, then works with no projection under way. Throws when D1 is away. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  sweepLater(): Promise<void>;
  heard(socket: WebSocket): void;
  seen(socket: WebSocket, version: number): void;
  run(): Promise<void>;
}

/** Milliseconds before the next attempt: doubling from half a second to a minute. */
export function retryDelay(failures: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LAST_RETRY_MS);
}

export function startChores(deps: ChoreDeps): Chores {
  const { storage, alarms } = deps;
  let failures = 0;
  /** UTC milliseconds of the next alarm; null until it was asked for after waking. */
  let due: number | null = null;
  let tail: Promise<unknown> = Promise.resolve();
  const heard = new WeakMap<WebSocket, number>();
  const seen = new WeakMap<WebSocket, number>();

  /** Only ever brings the alarm forward, so that a sweep doesn't put off a projection. */
  const wake = async (afterMs: number): Promise<void> => {
    const at = Date.now() + afterMs;
    due ??= (await alarms.getAlarm()) ?? Number.POSITIVE_INFINITY;
    if (at >= due) return;
    due = at;
    await alarms.setAlarm(at);
  };

  /** Goes as far as the board is now: what comes meanwhile waits for its own turn, and so is collapsed. */
  const drain = async (): Promise<boolean> => {
    const target = metaOf(storage).version;
    try {
      while (metaOf(storage).d1Version < target) {
        const backlog = readBacklog(storage);
        if (!backlog) break;
        await deps.project(backlog);
        noteProjected(storage, backlog.upTo);
        failures = 0;
      }
      return true;
    } catch (error) {
      failures += 1;
      log("warn", "board.projection_failed", { failures, error: String(error) });
      return false;
    }
  };

  const projectNow = async (): Promise<boolean> => {
    // One at a time: a run that is under way may have read before our ops, so ours comes after it.
    const turn = tail.then(drain);
    tail = turn;
    const done = await turn;
    if (!done) await wake(retryDelay(failures));
    const next = nextRepeat(storage);
    // No further ahead than a day: the alarm finds out anew, and a wait stays a number that timers take.
    if (next !== null) await wake(Math.min(Math.max(0, next - Date.now()), DAY_MS));
    return done;
  };

  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = tail.then(async () => {
      if (!(await drain())) throw new Error("D1 is away");
      return work();
    });
    tail = turn.catch(() => undefined);
    return turn;
  };

  const sweep = (): void => {
    const now = Date.now();
    const { version } = metaOf(storage);
    for (const socket of deps.sockets()) {
      const seat = seatOf(socket);
      const last = Math.max(seat.since, heard.get(socket) ?? 0, deps.pinged(socket));
      const behind = version - (seen.get(socket) ?? version) > BEHIND;
      if (now - last < SILENT_MS && !behind) continue;
      deps.leave(
        socket,
        behind ? CLOSE.behind : CLOSE.silent,
        behind ? "too far behind" : "silent",
      );
    }
  };

  return {
    projectNow,
    alone,
    projectSoon: () => wake(failures > 0 ? retryDelay(failures) : PROJECT_AFTER_MS),
    sweepLater: () => wake(SWEEP_MS),
    heard: (socket) => void heard.set(socket, Date.now()),
    seen: (socket, version) => void seen.set(socket, version),
    async run() {
      due = Number.POSITIVE_INFINITY;
      sweep();
      if (makeDue(storage, Date.now())) deps.tell();
      await projectNow();
      pruneLog(storage);
      if (readBacklog(storage, 1))
        await wake(failures > 0 ? retryDelay(failures) : PROJECT_AFTER_MS);
      if (deps.sockets().length > 0) await wake(SWEEP_MS);
    },
  };
}
