import { ClientMessage, type Rights, type ServerMessage } from "#domain/boards/messages.ts";
import { broadcastSince, greet, metaOf, receive } from "#objects/board/core.ts";
import { type Backlog, noteProjected, readBacklog } from "#objects/board/projection.ts";
import type { Storage } from "#objects/board/storage.ts";
import { testBoard } from "#objects/board/testing.ts";

/** One connection, with frames on their way in both directions. */
export interface Wire {
  userId: string;
  client: string | null;
  open: boolean;
  up: string[];
  down: string[];
}

const ALL: Rights = { write: true, manage: true };

/** What D1 would hold: rows guarded by version, audit keyed by source, a watermark. */
export interface ProjectedRows {
  rows: Map<string, { version: number; body: string }>;
  audit: Map<string, string>;
  watermark: number;
}

/** The board's object without Cloudflare: the same core, with wires in place of sockets. */
export function boardObject() {
  const storage: Storage = testBoard();
  const wires = new Set<Wire>();
  const d1: ProjectedRows = { rows: new Map(), audit: new Map(), watermark: 0 };
  let sent = metaOf(storage).version;
  const greeted = () => [...wires].filter((wire) => wire.open && wire.client !== null);
  const send = (wire: Wire, frames: readonly ServerMessage[]) => {
    if (wire.open) wire.down.push(...frames.map((frame) => JSON.stringify(frame)));
  };

  function write(backlog: Backlog): void {
    for (const record of [...backlog.columns, ...backlog.cards]) {
      const held = d1.rows.get(record.id);
      if (held && held.version >= record.changed) continue;
      const { changed: version, ...rest } = record;
      d1.rows.set(record.id, { version, body: JSON.stringify(rest) });
    }
    for (const op of backlog.ops) {
      const key = String(op.version);
      if (!d1.audit.has(key)) d1.audit.set(key, `${op.client}:${op.seq}`);
    }
    d1.watermark = Math.max(d1.watermark, backlog.upTo);
  }

  return {
    storage,
    d1,
    connect(userId: string): Wire {
      const wire: Wire = { userId, client: null, open: true, up: [], down: [] };
      wires.add(wire);
      return wire;
    },
    cut(wire: Wire): void {
      wire.open = false;
      wires.delete(wire);
    },
    /** Takes one frame from a wire. With `mute` it is carried out and the answer is lost on the way. */
    take(wire: Wire, at: string, mute = false): void {
      const text = wire.up.shift();
      if (text === undefined || !wire.open) return;
      const message = ClientMessage.parse(JSON.parse(text));
      if (message.kind === "hello") {
        const frames = greet(storage, { userId: wire.userId, peer: "per_x", rights: ALL }, message);
        if (!mute) send(wire, frames);
        if (frames[0]?.kind !== "refused") wire.client = message.client;
      } else if (message.kind === "push" && wire.client !== null) {
        const { client, userId } = wire;
        const by = { client, userId, origin: null, rights: ALL, at };
        const { frames } = receive(storage, by, message);
        if (!mute) send(wire, frames);
      }
    },
    tick(): void {
      const frames = broadcastSince(storage, sent);
      sent = metaOf(storage).version;
      for (const wire of greeted()) send(wire, frames);
    },
    /** Memory is gone, sockets stay: what was not broadcast yet is told as a head. */
    evict(): void {
      sent = metaOf(storage).version;
      for (const wire of greeted()) send(wire, [{ kind: "head", version: sent }]);
    },
    /** Brings a part of the backlog to D1. `lost` writes and loses the answer, `away` does nothing at all. */
    project(fate: "well" | "lost" | "away"): void {
      const backlog = readBacklog(storage, 7);
      if (!backlog || fate === "away") return;
      write(backlog);
      if (fate === "well") noteProjected(storage, backlog.upTo);
    },
    /** The same board out of a backup: another epoch, and no memory of who asked what. */
    restore(): void {
      storage.run("UPDATE meta SET epoch = 'epo_restored'");
      storage.run("DELETE FROM clients");
      storage.run("DELETE FROM results");
    },
    /** An older batch that arrives late. */
    projectLate(backlog: Backlog): void {
      write(backlog);
    },
    greeted,
  };
}

export type BoardObject = ReturnType<typeof boardObject>;
