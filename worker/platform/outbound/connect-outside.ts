import { connect } from "cloudflare:sockets";
import type { Refusal } from "#domain/outbound/target.ts";
import { RAW, type Ctx } from "#worker/platform/context.ts";
import { findTarget } from "./find-target.ts";
import { refusalOf } from "./refusal-of.ts";
import { OutboundError } from "./outbound-error.ts";

/** How long the look-up and the connection may take together, milliseconds. */
const TIMEOUT_MS = 5_000;

/** An open TCP connection outside. `name`: the host that a certificate has to be for. */
export interface OutsideSocket {
  socket: Socket;
  name: string;
}

/** A host and port as the guard of outgoing calls judges them. */
function addressOf({ host, port }: { host: string; port: number }): string {
  return `https://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** Why nothing would be opened there, by its form alone; null when it may be. */
export function hostRefusal(ctx: Ctx, place: { host: string; port: number }): Refusal | null {
  return refusalOf(ctx, addressOf(place));
}

/**
 * Opens a TCP connection to a host that somebody typed, only where `findTarget` lets it, and to one of the addresses that were
 * checked: between check and connection a name can't come to mean another. TLS can be begun on it (`startTls`).
 * Errors: `OutboundError`; `network` when nobody answers there.
 */
export async function connectOutside(
  ctx: Ctx,
  { host, port }: { host: string; port: number },
  signal: AbortSignal,
): Promise<OutsideSocket> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const either = AbortSignal.any([timeout, signal]);
  const target = await findTarget(ctx[RAW].env, addressOf({ host, port }), either).catch(
    (error: unknown) => {
      throw timeout.aborted ? new OutboundError("timeout") : error;
    },
  );
  const hostname = target.addresses[0] ?? target.host;
  const socket = connect({ hostname, port }, { secureTransport: "starttls", allowHalfOpen: false });
  socket.closed.catch(() => undefined);
  const given = new Promise<never>((_, reject) => {
    either.addEventListener("abort", () => reject(new OutboundError("timeout")), { once: true });
  });
  try {
    await Promise.race([socket.opened, given]);
    return { socket, name: target.host };
  } catch (error) {
    void socket.close().catch(() => undefined);
    throw error instanceof OutboundError ? error : new OutboundError("network");
  }
}
