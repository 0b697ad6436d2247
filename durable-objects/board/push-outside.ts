import { WHOLE_CARD } from "#domain/boards/undo.ts";
import type { OutsidePush } from "#worker/features/boards/board-rpc.ts";
import { receive } from "./core.ts";
import { readCard } from "./records.ts";
import { claimRequest, type Storage } from "./storage.ts";

/** Takes ops that came by no socket. Null when the client's name came with another fingerprint before. */
export function pushOutside(storage: Storage, outside: OutsidePush) {
  const { client, fingerprint, userId, origin, rights } = outside;
  if (!claimRequest(storage, client, fingerprint)) return null;
  const by = { client, userId, origin, rights, at: new Date().toISOString() };
  const ops = outside.ops.map((item) => ({ ...item, op: withdrawal(storage, item.op) ?? item.op }));
  return receive(storage, by, { kind: "push", acked: 0, ops });
}

/** A card is withdrawn by a deletion that holds only while each of its registers is as it was made. */
function withdrawal(storage: Storage, op: unknown) {
  const { kind, card } = (op ?? {}) as { kind?: unknown; card?: unknown };
  if (kind !== "card.withdraw" || typeof card !== "string") return null;
  const born = readCard(storage, card)?.born ?? 0;
  const only = Object.fromEntries(WHOLE_CARD.map((register) => [register, born]));
  return { kind: "card.delete", card, only };
}
