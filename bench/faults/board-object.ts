import type { Storage } from "#objects/board/storage.ts";
import { metaOf } from "#objects/board/core.ts";
import { backupOf, restoreBackup } from "#objects/board/restore.ts";
import type { OutsidePush } from "#worker/features/boards/board-rpc.ts";
import { testId } from "#domain/boards/testing.ts";
import { knock, newRoom } from "./board-room.ts";
import type { Fate, TenantDatabase } from "./d1.ts";
import { newDisk, newState } from "./object-state.ts";
import type { Wire } from "./wire.ts";

const LOST = 1006;
const ORGANIZATION = testId("org", 1);
const TENANT = { organizationId: ORGANIZATION, binding: "TENANT_DB_000" } as const;

/** What becomes of a frame that the object takes: carried out; answers lost; power cut after, or before, it was written. */
export type Taking = "well" | "mute" | "cut" | "undone";

/** What the world decides for the object. */
export interface ObjectDeps {
  board: string;
  database: TenantDatabase;
  fate: () => Fate;
  rightsOf: (userId: string) => readonly string[];
}

/** The board's own object on an unreliable machine: the class that is deployed, with wires for sockets. */
export async function boardObject({ board, database, fate, rightsOf }: ObjectDeps) {
  const disk = newDisk();
  const late: (() => void)[] = [];
  const env = { database: database.binding(fate, late), rightsOf };
  const start = () => {
    const state = newState(disk);
    return { ...state, room: newRoom(state.ctx, env) };
  };
  let life = start();
  let tickets = 0;
  const forget = (wire: Wire) => void disk.wires.delete(wire);
  const storage: Storage = {
    all: (sql, ...params) => disk.exec(sql, ...params),
    run: (sql, ...params) => void disk.exec(sql, ...params),
    atomically: (work) => life.ctx.storage.transactionSync(work),
  };
  const by = { userId: testId("usr", 1), origin: { name: "", kind: "person", address: null } };
  const columns = [1, 2, 3].map((n) => {
    return { id: testId("col", n), name: `Column ${n}`, category: "todo" as const };
  });
  await life.room.found(TENANT, board, by as never, columns);

  /** Memory is gone, sockets stay. */
  function evict(): void {
    life.end();
    life = start();
  }

  /** The machine went down: every socket is lost with what was on its way since. */
  function cutAll(sent: ReadonlyMap<Wire, number>): void {
    for (const wire of disk.wires) {
      wire.open = false;
      wire.down.splice(sent.get(wire) ?? 0, Number.POSITIVE_INFINITY, LOST);
    }
    disk.wires.clear();
    evict();
  }

  const strip = (table: string, register: string) => {
    const first = `body ->> '$.${register}' IS NULL OR body ->> '$.${register}' IN (0, '{}')`;
    storage.run(`UPDATE ${table} SET body = json_remove(body, '$.${register}') WHERE ${first}`);
  };

  const underWay = () => new Map([...disk.wires].map((wire) => [wire, wire.down.length]));

  return {
    board,
    storage,
    database,
    late,
    /** Null when the object does not let this person in. */
    connect: (userId: string): Promise<Wire | null> => {
      const claims = { userId, tenant: TENANT, ticketId: `tic_${(tickets += 1)}` };
      return knock(life.room, claims, metaOf(storage).epoch, forget);
    },
    /** The page is gone; a lost network tells the object nothing of it. */
    leave(wire: Wire, told: boolean): void {
      wire.held = false;
      if (!told || !wire.open) return;
      wire.open = false;
      life.room.webSocketClose(wire.socket);
      forget(wire);
    },
    async take(wire: Wire, taking: Taking = "well"): Promise<void> {
      const text = wire.up.shift();
      if (text === undefined || !wire.open) return;
      const sent = underWay();
      const work = () => life.room.webSocketMessage(wire.socket, text);
      if (taking === "well") return work();
      if (taking === "mute") {
        await work();
        wire.down.splice(sent.get(wire) ?? 0);
        return;
      }
      await disk.cutShort(work, taking === "cut");
      cutAll(sent);
    },
    outside: (push: OutsidePush) => life.room.pushOutside(TENANT, push),
    comments: (card: string) => life.room.comments(TENANT, card),
    authorityChanged: (userId: string) => life.room.authorityChanged(TENANT, userId),
    evict,
    /** Runs the alarm when its time has come, or at once. */
    async alarm(now = false): Promise<void> {
      if (disk.alarm === null || (!now && disk.alarm > Date.now())) return;
      disk.alarm = null;
      await life.room.alarm();
    },
    /** An object that an older version of the code wrote is found by this one. */
    olderSchema(): void {
      storage.run("ALTER TABLE ops DROP COLUMN origin");
      // Records that it wrote lack what came later, which then had its first value.
      for (const name of ["cover", "repeat", "checklists", "items", "links", "archived"])
        strip("cards", name);
      for (const name of ["wipBlock", "archived"]) strip("columns", name);
      if (storage.all("SELECT 1 FROM tags").length === 0) storage.run("DROP TABLE tags");
      storage.run("DROP TABLE repeats");
      evict();
    },
    backup: () => backupOf(storage),
    /** A backup takes the board's place. `amnesia`: who asked what before is forgotten with it. */
    restore(backup: ReturnType<typeof backupOf>, epoch: string, amnesia: boolean): void {
      restoreBackup(storage, backup, epoch, new Date(Date.now()).toISOString());
      if (amnesia) for (const table of ["clients", "results"]) storage.run(`DELETE FROM ${table}`);
      cutAll(underWay());
    },
  };
}

export type BoardObject = Awaited<ReturnType<typeof boardObject>>;
