import type { Op } from "#domain/boards/ops.ts";
import type { Overwritten, RejectReason } from "#domain/boards/verdict.ts";
import type { Answered } from "./replica.ts";

/**
 * What an answer left for the person to settle: an op that was refused with what was written in it, or values of
 * others that it replaced. Kept on the device until then.
 */
export interface Note {
  id: string;
  /** When the op was made (UTC). */
  at: string;
  op: Op;
  /** Null when the op was taken and replaced values. */
  reason: RejectReason | null;
  overwrote: Overwritten[];
}

/** Whether an op holds something that somebody wrote, which a refusal would lose. */
function holdsWriting(op: Op): boolean {
  if (op.kind === "card.update") return true;
  return op.kind.endsWith(".create") || op.kind === "column.update" || op.kind === "comment.update";
}

/** The note of an op that the board refused; null when nothing written would be lost with it. */
export function refusalNote(id: string, at: string, op: Op, reason: RejectReason): Note | null {
  return holdsWriting(op) ? { id, at, op, reason, overwrote: [] } : null;
}

/** The note that an answer leaves behind; null when there is nothing to settle. `client` names the op's queue. */
export function noteOf(client: string, { pending, result }: Answered): Note | null {
  const { seq, at, op } = pending;
  const id = `${client}:${seq}`;
  if (result.outcome === "rejected") return refusalNote(id, at, op, result.reason);
  if (result.outcome !== "rebased" || result.overwrote.length === 0) return null;
  return { id, at, op, reason: null, overwrote: result.overwrote };
}
