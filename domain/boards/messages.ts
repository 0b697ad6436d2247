import { z } from "zod";
import type { Change, Inverse } from "./changes.ts";
import type { BoardTag, Card, Column } from "./model.ts";
import type { Op } from "./ops.ts";
import { LIMITS } from "./protocol.ts";
import type { Overwritten, Rejected } from "./verdict.ts";

/** Names one writer: a tab with a queue of its own, never two at once. */
export const ClientName = z.string().regex(/^[\w-]{8,64}$/);

const count = z.int().nonnegative();

/** Where a person is on the board; never stored, latest wins. */
export const Presence = z.strictObject({
  card: z.string().max(32).nullable().default(null),
  field: z.string().max(32).nullable().default(null),
  dragging: z.boolean().default(false),
  /** The pointer, in per mille of the board's area. */
  x: z.int().min(-100_000).max(100_000).nullable().default(null),
  y: z.int().min(-100_000).max(100_000).nullable().default(null),
});
export type Presence = z.infer<typeof Presence>;

/** `ops` are checked one by one, so that a bad one is refused alone. `acked`: results up to it have arrived. */
export const Push = z.strictObject({
  kind: z.literal("push"),
  acked: count,
  ops: z
    .array(z.strictObject({ seq: z.int().positive(), base: count, op: z.unknown() }))
    .min(1)
    .max(LIMITS.opsPerPush),
});

/** What a client sends. `since` is the version it holds of `epoch`; null when it holds nothing. */
export const ClientMessage = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("hello"),
    protocol: z.int(),
    client: ClientName,
    epoch: z.string().max(64).nullable(),
    since: count.nullable(),
  }),
  Push,
  z.strictObject({ kind: z.literal("presence"), state: Presence.nullable() }),
  z.strictObject({ kind: z.literal("seen"), version: count }),
]);
export type ClientMessage = z.infer<typeof ClientMessage>;
export type Push = z.infer<typeof Push>;

/** An op as it was applied. */
export interface LoggedOp {
  version: number;
  client: string;
  seq: number;
  userId: string;
  /** UTC, by the clock of the object. */
  at: string;
  opKind: Op["kind"] | "card.bring";
  changes: Change[];
}

/** The answer to one op, the same however often it is sent. `version` is the board's after it. */
export type Result =
  | {
      seq: number;
      version: number;
      outcome: "applied" | "rebased";
      changes: Change[];
      inverse: Inverse[];
      overwrote: Overwritten[];
      at: string;
    }
  | { seq: number; version: number; outcome: "noop" }
  | ({ seq: number; version: number } & Rejected);

/** Somebody on the board: one per socket. */
export interface Peer {
  peer: string;
  userId: string;
  name: string;
  state: Presence | null;
}

/** What a person may do on the board: change cards; add, change and remove columns. */
export interface Rights {
  write: boolean;
  manage: boolean;
}

/**
 * What the object sends. A delta follows as `ops`, a snapshot as `chunk` frames, both before anything else. `client` is
 * the name under which a hello or a push was sent that is answered: the page may have gone on to another meanwhile.
 */
export type ServerMessage =
  | {
      kind: "welcome";
      client?: string;
      epoch: string;
      version: number;
      lastSeq: number;
      mode: "delta" | "snapshot";
      peer: string;
      rights: Rights;
    }
  | {
      kind: "chunk";
      version: number;
      part: number;
      columns: Column[];
      cards: Card[];
      tags?: BoardTag[];
      last: boolean;
    }
  | { kind: "ops"; from: number; to: number; ops: LoggedOp[] }
  | { kind: "ack"; client?: string; results: Result[] }
  | { kind: "gap"; client?: string; expected: number }
  | { kind: "slow"; retryMs: number }
  | { kind: "head"; version: number }
  | { kind: "rights"; rights: Rights }
  | { kind: "presence"; peers: Peer[]; whole: boolean }
  | { kind: "left"; peer: string }
  | { kind: "refused"; client?: string; code: Refusal };

/** Why the object won't talk: reload the page, take a new client name, or stop. */
export type Refusal = "protocol" | "client_taken" | "message" | "hello_first" | "forbidden";
