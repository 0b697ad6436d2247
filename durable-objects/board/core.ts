import type {
  ClientMessage,
  Push,
  Result,
  Rights,
  ServerMessage,
} from "#domain/boards/messages.ts";
import { PROTOCOL } from "#domain/boards/protocol.ts";
import { canFollow, opsFrames, readOps, snapshotFrames } from "./catch-up.ts";
import { lastSeqOf, push, type Pusher } from "./push.ts";
import { type Meta, readMeta, type Storage } from "./storage.ts";

type Hello = Extract<ClientMessage, { kind: "hello" }>;

/** A socket's side of a greeting. */
export interface Greeter {
  userId: string;
  peer: string;
  rights: Rights;
}

/** The board's own knowledge of itself. Throws when it was never founded. */
export function metaOf(storage: Storage): Meta {
  const meta = readMeta(storage);
  if (!meta) throw new Error("This board was never founded");
  return meta;
}

/** Nobody may change an archived board. */
export function rightsOn(meta: Meta, rights: Rights): Rights {
  return meta.archived === 0 ? rights : { write: false, manage: false };
}

/** The frames that answer a hello: a welcome, then what the client lacks, as ops or as a snapshot. */
export function greet(storage: Storage, by: Greeter, hello: Hello): ServerMessage[] {
  if (hello.protocol !== PROTOCOL) return [{ kind: "refused", code: "protocol" }];
  const lastSeq = lastSeqOf(storage, hello.client, by.userId);
  if (lastSeq === null) return [{ kind: "refused", code: "client_taken" }];
  const meta = metaOf(storage);
  const follow = canFollow(storage, meta, hello);
  const welcome: ServerMessage = {
    kind: "welcome",
    client: hello.client,
    epoch: meta.epoch,
    version: meta.version,
    lastSeq,
    mode: follow ? "delta" : "snapshot",
    peer: by.peer,
    rights: rightsOn(meta, by.rights),
  };
  const frames = follow
    ? opsFrames(readOps(storage, hello.since ?? 0, meta.version))
    : snapshotFrames(storage, meta.version);
  return [welcome, ...frames];
}

/** Frames for the author of a push. The ops for the others are read from the log when the tick comes. */
export function receive(
  storage: Storage,
  by: Pusher,
  message: Push,
): { frames: ServerMessage[]; results: Result[]; applied: number } {
  const { results, ops, gap, reused } = push(storage, by, message);
  const frames: ServerMessage[] = [];
  if (results.length > 0) frames.push({ kind: "ack", client: by.client, results });
  if (gap !== null) frames.push({ kind: "gap", client: by.client, expected: gap });
  if (reused) frames.push({ kind: "refused", client: by.client, code: "client_taken" });
  return { frames, results, applied: ops.length };
}

/** The frames that bring everybody from one version to the board's own. */
export function broadcastSince(storage: Storage, sent: number): ServerMessage[] {
  return opsFrames(readOps(storage, sent, metaOf(storage).version));
}
