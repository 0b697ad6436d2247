import type { OutsidePush } from "#worker/features/boards/board-rpc.ts";
import { receive } from "./core.ts";
import { claimRequest, type Storage } from "./storage.ts";
import { withdrawal } from "./withdrawal.ts";

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
