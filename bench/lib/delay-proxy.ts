import { connect, createServer, type Socket } from "node:net";
import type { Duplex } from "node:stream";

/** A distance put in front of a port. */
export interface DelayProxy {
  /** Port on 127.0.0.1. */
  port: number;
  close(): Promise<void>;
}

/** Bytes on their way one way: each chunk arrives `delay` ms after it was sent, in order. */
function travel(from: Duplex, to: Duplex, delay: number, opensAt = 0): void {
  let last = 0;
  const later = (run: () => void): void => {
    // Timers of different length may fire out of order: a chunk never overtakes the one before it.
    const at = Math.max(performance.now() + delay, opensAt + delay, last);
    last = at;
    setTimeout(run, at - performance.now());
  };
  from.on("data", (chunk) => later(() => void to.write(chunk)));
  from.on("end", () => later(() => to.end()));
  from.on("error", () => to.destroy());
  from.on("close", () => later(() => to.destroy()));
}

/**
 * Puts a round trip of `roundTrip` ms between the callers of its port and `target` on 127.0.0.1: half each way.
 * A new connection pays one round trip before its first byte leaves, as the TCP handshake would make it; TLS, slow start,
 * loss and bandwidth are left out.
 */
export async function delayProxy(target: number, roundTrip: number): Promise<DelayProxy> {
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      open.add(socket);
      socket.on("close", () => open.delete(socket));
    }
    travel(near, far, roundTrip / 2, performance.now() + roundTrip);
    travel(far, near, roundTrip / 2);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port");
  return {
    port: address.port,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
