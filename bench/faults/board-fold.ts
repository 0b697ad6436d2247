import { expect } from "vitest";
import { fold } from "#domain/boards/fold.ts";
import { contents } from "#domain/boards/testing.ts";
import type { Device } from "./board-device.ts";
import type { World } from "./board-world.ts";

/** What a device shows is its waiting ops over the confirmed board: none left out, none of them twice. */
export function expectFold({ witness, object, acks }: World, device: Device): void {
  if (device.dead()) return;
  const { replica } = device.engine();
  const [client, confirmed, pending] = [replica.client(), replica.confirmed(), replica.unsettled()];
  const who = { userId: device.userId, client };
  const again = fold(confirmed, pending, who);
  expect(contents(replica.view()), "the view is the fold").toEqual(contents(again));
  // A page that has yet to hear of a restore goes by what the board was.
  if (replica.epoch() !== witness.epoch()) return;
  const folded = new Set(pending.map(({ seq }) => seq));
  const nothing = new Set(
    acks
      .filter((ack) => ack.client === client && /noop|rejected/.test(ack.result.outcome))
      .map((ack) => ack.result.seq),
  );
  for (const seq of folded) {
    if (!device.fresh(`${client}:${seq}`)) continue;
    const at = witness.appliedAt(client, seq);
    const twice = at !== undefined && at <= confirmed.version && replica.ready();
    expect(twice, `op ${seq} is shown twice`).toBe(false);
    expect(nothing.has(seq), `op ${seq} came to nothing and is shown`).toBe(false);
  }
  const known = object.storage.all<{ n: number }>(
    "SELECT lastSeq AS n FROM clients WHERE id = ?",
    client,
  )[0];
  for (const { seq } of replica.waiting()) {
    if (seq > (known?.n ?? 0)) expect(folded, `op ${seq} is not shown`).toContain(seq);
  }
}
