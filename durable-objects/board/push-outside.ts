import type { OutsidePush } from "#worker/features/boards/board-rpc.ts";
import { receive } from "./core.ts";
import { claimRequest, type Storage } from "./storage.ts";

/** Takes ops that came by no socket. Null when the client's name came with another fingerprint before. */
export function pushOutside(storage: Storage, outside: OutsidePush) {
  const { client, fingerprint, userId, origin, rights, ops } = outside;
  if (!claimRequest(storage, client, fingerprint)) return null;
  const by = { client, userId, origin, rights, at: new Date().toISOString() };
  return receive(storage, by, { kind: "push", acked: 0, ops });
}
