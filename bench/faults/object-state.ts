import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { Wire } from "./wire.ts";

type Value = string | number | null;

/** What outlives an eviction: the object's SQLite, its alarm and its open sockets. */
export interface Disk {
  exec<T>(sql: string, ...params: Value[]): T[];
  /** UTC milliseconds; null when none is set. */
  alarm: number | null;
  wires: Set<Wire>;
  /** Runs work as a power cut finds it: with `durable` false, nothing of it was written yet. */
  cutShort(work: () => Promise<void>, durable: boolean): Promise<void>;
}

/** A disk in memory. */
export function newDisk(): Disk {
  const database = new DatabaseSync(":memory:");
  const statements = new Map<string, StatementSync>();
  const exec = <T>(sql: string, ...params: Value[]): T[] => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known.all(...params) as T[];
  };
  const disk: Disk = {
    exec,
    alarm: null,
    wires: new Set(),
    async cutShort(work, durable) {
      const { alarm } = disk;
      database.exec("SAVEPOINT power");
      await work();
      if (!durable) {
        database.exec("ROLLBACK TO power");
        disk.alarm = alarm;
      }
      database.exec("RELEASE power");
    },
  };
  return disk;
}

/** One life of the object in memory; after `end` it reaches nobody, as after an eviction. */
export function newState(disk: Disk): { ctx: DurableObjectState; end(): void } {
  let alive = true;
  let depth = 0;
  const transactionSync = <T>(work: () => T): T => {
    const name = `t${(depth += 1)}`;
    disk.exec(`SAVEPOINT ${name}`);
    try {
      return work();
    } catch (error) {
      disk.exec(`ROLLBACK TO ${name}`);
      throw error;
    } finally {
      disk.exec(`RELEASE ${name}`);
      depth -= 1;
    }
  };
  const ctx = {
    storage: {
      sql: {
        exec: (sql: string, ...params: Value[]) => {
          const rows = disk.exec(sql, ...params);
          return { toArray: () => rows };
        },
      },
      transactionSync,
      getAlarm: async () => disk.alarm,
      setAlarm: async (at: number) => void (disk.alarm = at),
    },
    acceptWebSocket: (socket: WebSocket) => {
      const { wire } = socket as WebSocket & { wire: Wire };
      disk.wires.add(wire);
    },
    getWebSockets: (userId?: string) =>
      alive
        ? [...disk.wires]
            .filter((wire) => userId === undefined || wire.userId === userId)
            .map((wire) => wire.socket)
        : [],
    setWebSocketAutoResponse: () => undefined,
    getWebSocketAutoResponseTimestamp: () => null,
  };
  return { ctx: ctx as unknown as DurableObjectState, end: () => void (alive = false) };
}
