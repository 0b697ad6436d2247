import { Buffer } from "node:buffer";
import type { Ctx } from "#worker/platform/context.ts";
import { connectOutside } from "#worker/platform/outbound/connect-outside.ts";
import { ConnectError, LOGIN_MS, type Target } from "./session.ts";
import { readOnce, wireOf, type Wire } from "./wire.ts";

/** A wire to a MySQL with what it said first, which the driver has yet to hear. */
interface GreetedWire {
  wire: Wire;
  greeting: Uint8Array;
  /** The host that a certificate has to be for; null where nothing is to be encrypted. */
  tls: string | null;
}

/** The fifth byte: version 10 of the protocol, or an error in place of a greeting. */
const [PROTOCOL, REFUSAL] = [0x0a, 0xff];

async function greeted(socket: Socket): Promise<Uint8Array> {
  const late = new Promise<never>((_, reject) => {
    AbortSignal.timeout(LOGIN_MS).addEventListener("abort", () =>
      reject(new ConnectError("not_this_kind")),
    );
  });
  const greeting = await Promise.race([readOnce(socket), late]);
  const kind = greeting?.[4];
  if (!greeting || (kind !== PROTOCOL && kind !== REFUSAL)) {
    const words = Buffer.from(greeting ?? []).toString("latin1", 0, 40);
    throw new ConnectError("not_this_kind", words);
  }
  return greeting;
}

/** Opens the way to a MySQL or MariaDB; the driver encrypts it once both have greeted. Errors: `ConnectError`, `OutboundError`. */
export async function mysqlWire(
  ctx: Ctx,
  target: Target,
  signal: AbortSignal,
): Promise<GreetedWire> {
  const { hyperdrive } = target;
  const { socket, name } = hyperdrive
    ? { socket: hyperdrive.open(), name: "" }
    : await connectOutside(ctx, target, signal);
  try {
    const greeting = await greeted(socket);
    const tls = hyperdrive || target.tls === "off" ? null : name;
    return { wire: wireOf(socket), greeting, tls };
  } catch (error) {
    void socket.close().catch(() => undefined);
    throw error;
  }
}
