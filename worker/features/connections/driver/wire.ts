import { Buffer } from "node:buffer";
import { EventEmitter } from "node:events";
import { ConnectError } from "./session.ts";

/** Node's socket as far as the drivers of PostgreSQL and MySQL use it, over a socket of the Worker. */
export interface Wire extends EventEmitter {
  readyState: "open" | "closed";
  destroyed: boolean;
  write(data: Uint8Array, done?: (error?: Error) => void): boolean;
  end(data?: Uint8Array): void;
  destroy(): void;
  pause(): void;
  resume(): void;
  /** Begins to hand on what arrives. Bytes that were read before it come first. */
  read(before?: Uint8Array): void;
  /** Goes on encrypted; nothing may be on its way to us. Rejects when the handshake fails. */
  encrypt(name: string): Promise<void>;
}

/** Reads once from a socket and leaves it as it was. Null when the other end has closed it. */
export async function readOnce(socket: Socket): Promise<Uint8Array | null> {
  const reader = (socket.readable as ReadableStream<Uint8Array>).getReader();
  const { value } = await reader.read();
  reader.releaseLock();
  return value ?? null;
}

const untrusted = (error: unknown) => new ConnectError("tls_untrusted", String(error));

/** Begins TLS and answers once the certificate was found good for this name. Rejects otherwise. */
export async function encrypted(socket: Socket, name: string): Promise<Socket> {
  const secure = socket.startTls({ expectedServerHostname: name });
  secure.closed.catch(() => undefined);
  await secure.opened.catch((error: unknown) => {
    throw untrusted(error);
  });
  return secure;
}

/**
 * A wire over an open socket. It reads nothing before `read` is called. What fails on an encrypted one before anything was heard is
 * the handshake: the Worker tells of that no sooner, and not by name.
 */
export function wireOf(open: Socket, secured = false): Wire {
  let socket = open;
  let unheard = secured;
  let writer = socket.writable.getWriter() as WritableStreamDefaultWriter<Uint8Array>;
  let sent: Promise<void> = Promise.resolve();
  let paused: PromiseWithResolvers<void> | null = null;
  const close = () => {
    if (wire.readyState === "closed") return;
    wire.readyState = "closed";
    wire.destroyed = true;
    void socket.close().catch(() => undefined);
    wire.emit("close");
  };
  const fail = (error: unknown) => {
    if (wire.readyState === "closed") return;
    wire.emit("error", unheard ? untrusted(error) : error);
    close();
  };
  const send = async (data: Uint8Array, done?: (error?: Error) => void) => {
    try {
      await writer.write(data);
      done?.();
    } catch (error) {
      done?.(error as Error);
      fail(error);
    }
  };
  const pump = async () => {
    const reader = (socket.readable as ReadableStream<Uint8Array>).getReader();
    for (;;) {
      await paused?.promise;
      const { done, value } = await reader.read();
      if (done) break;
      unheard = false;
      wire.emit("data", Buffer.from(value));
    }
    wire.emit("end");
    close();
  };
  const wire: Wire = Object.assign(new EventEmitter(), {
    readyState: "open" as const,
    destroyed: false,
    write: (data: Uint8Array, done?: (error?: Error) => void) => {
      sent = send(Uint8Array.from(data), done);
      return true;
    },
    end: (data?: Uint8Array) => {
      if (!data) return close();
      writer.write(Uint8Array.from(data)).then(close, close);
    },
    destroy: close,
    pause: () => (paused ??= Promise.withResolvers()),
    resume: () => {
      paused?.resolve();
      paused = null;
    },
    read: (before?: Uint8Array) => {
      if (before) wire.emit("data", Buffer.from(before));
      pump().catch(fail);
    },
    encrypt: async (name: string) => {
      // What asks for encryption has to be out before it begins.
      await sent;
      writer.releaseLock();
      socket = await encrypted(socket, name);
      unheard = true;
      writer = socket.writable.getWriter();
    },
  });
  return wire;
}
