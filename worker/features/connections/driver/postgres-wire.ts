import { Buffer } from "node:buffer";
import type { Ctx } from "#worker/platform/context.ts";
import { connectOutside } from "#worker/platform/outbound/connect-outside.ts";
import { ConnectError, type Target } from "./session.ts";
import { encrypted, readOnce, wireOf, type Wire } from "./wire.ts";

/** Asks a PostgreSQL for TLS: https://www.postgresql.org/docs/current/protocol-message-formats.html (SSLRequest). */
const SSL_REQUEST = Uint8Array.of(0, 0, 0, 8, 4, 210, 22, 47);
/** `S` and `N`. */
const [YES, NO] = [0x53, 0x4e];

async function askForTls(socket: Socket, name: string): Promise<Socket> {
  const writer = socket.writable.getWriter() as WritableStreamDefaultWriter<Uint8Array>;
  await writer.write(SSL_REQUEST);
  writer.releaseLock();
  const answer = await readOnce(socket);
  if (answer?.[0] === NO) throw new ConnectError("tls_missing");
  if (!answer || answer[0] !== YES || answer.length !== 1) {
    throw new ConnectError("not_this_kind", Buffer.from(answer ?? []).toString("latin1", 0, 40));
  }
  return encrypted(socket, name);
}

/** A wire to a PostgreSQL, encrypted where the connection says so. Errors: `ConnectError`, `OutboundError`. */
export async function postgresWire(ctx: Ctx, target: Target, signal: AbortSignal): Promise<Wire> {
  if (target.hyperdrive) return reading(wireOf(target.hyperdrive.open()));
  const { socket, name } = await connectOutside(ctx, target, signal);
  try {
    if (target.tls === "off") return reading(wireOf(socket));
    return reading(wireOf(await askForTls(socket, name), true));
  } catch (error) {
    void socket.close().catch(() => undefined);
    throw error;
  }
}

function reading(wire: Wire): Wire {
  wire.read();
  return wire;
}
