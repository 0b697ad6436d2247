import { WHOLE_CARD } from "#domain/boards/undo.ts";
import type { OutsidePush } from "#worker/features/boards/board-rpc.ts";
import { receive } from "./core.ts";
import { readCard } from "./records.ts";
import { claimRequest, type Storage } from "./storage.ts";

/** Takes ops that came by no socket. Null when the client's name came with another fingerprint before. */
export function pushOutside(storage: Storage, outside: OutsidePush) {
  const { client, fingerprint, userId, origin, rights } = outside;
  if (!claimRequest(storage, client, fingerprint)) return null;
  const by = {
    client,
    userId,
    origin,
    rights,
    at: new Date().toISOString(),
    request: true,
    carries: outside.carries === true,
  };
  const maker = client.split("-undo", 1)[0] ?? client;
  const ops = outside.ops.map((item) => {
    return { ...item, op: withdrawal(storage, maker, item.op) ?? item.op };
  });
  return receive(storage, by, { kind: "push", acked: 0, ops });
}

/**
 * A card is withdrawn by a deletion that holds only while each of its registers is as it was made, and by those alone who made
 * it: whoever asks is told by the beginning of the client's name.
 */
function withdrawal(storage: Storage, maker: string, op: unknown) {
  const { kind, card } = (op ?? {}) as { kind?: unknown; card?: unknown };
  if (kind !== "card.withdraw" || typeof card !== "string") return null;
  const born = readCard(storage, card)?.born ?? 0;
  const sql = "SELECT client FROM ops WHERE version = ?";
  const by = storage.all<{ client: string }>(sql, born)[0]?.client ?? maker;
  const at = by.startsWith(maker) ? born : Number.MAX_SAFE_INTEGER;
  const only = Object.fromEntries(WHOLE_CARD.map((register) => [register, at]));
  return { kind: "card.delete", card, only };
}
