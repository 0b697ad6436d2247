import { ApiProblem } from "./api-problem.ts";

/** The subprotocol of every socket; the ticket travels as a second one. */
const PROTOCOL = "aetheria.v1";
const PING_MS = 20_000;
const SILENCE_MS = 45_000;
const FIRST_WAIT_MS = 500;
const LAST_WAIT_MS = 30_000;
/** The session is over, or the person may no longer be here: a new ticket tells which. */
const REFUSED = new Set([4401, 4403]);

/** `demanded`: the room opens once the person has the second factor that the organization demands. */
export type SocketStatus = "connecting" | "open" | "waiting" | "demanded" | "refused" | "closed";

/** What a room socket tells its owner. */
export interface RoomHandlers {
  /** Open, first or again: say hello and where you stand. */
  onOpen(): void;
  onMessage(data: string): void;
  onStatus?(status: SocketStatus): void;
}

/** The part of WebSocket that is used, so that tests can give a small one. */
export type SocketLike = Pick<WebSocket, "send" | "close" | "readyState" | "addEventListener">;

/** What a room socket needs of the world. */
export interface SocketDeps {
  /** Mints a single-use ticket for the room. Errors: `ApiProblem`. */
  ticket(room: string): Promise<string>;
  open(path: string, protocols: string[]): SocketLike;
  random(): number;
  /** Calls back when the network returns or the page is seen again; returns the way to stop. */
  onWake(wake: () => void): () => void;
}

/** Milliseconds before the nth attempt (from 1): doubling to half a minute, half of it by chance. */
export function reconnectDelay(attempt: number, random: number): number {
  const full = Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LAST_WAIT_MS);
  return full / 2 + (full / 2) * random;
}

/** A socket of one room that comes back by itself, with a new ticket each time, until it is closed. */
export interface RoomSocket {
  /** Sends when open; returns false when it is not, and nothing is kept. */
  send(data: string): boolean;
  close(): void;
}

/** Opens a room (`live` or `boards/{id}`) and keeps it open. A peer that is silent for 45 s counts as gone. */
export function openRoom(room: string, handlers: RoomHandlers, deps: SocketDeps): RoomSocket {
  let socket: SocketLike | null = null;
  let attempt = 0;
  let heardAt = 0;
  let done = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pulse: ReturnType<typeof setInterval> | undefined;

  const tell = (status: SocketStatus) => handlers.onStatus?.(status);

  function drop(): void {
    clearInterval(pulse);
    const dropped = socket;
    socket = null;
    dropped?.close();
  }

  function later(status: "waiting" | "demanded" = "waiting"): void {
    drop();
    if (done) return;
    attempt += 1;
    tell(status);
    clearTimeout(timer);
    timer = setTimeout(() => void connect(), reconnectDelay(attempt, deps.random()));
  }

  function watch(): void {
    heardAt = Date.now();
    pulse = setInterval(() => {
      if (Date.now() - heardAt > SILENCE_MS) return later();
      socket?.send("ping");
    }, PING_MS);
  }

  async function connect(): Promise<void> {
    drop();
    tell("connecting");
    let ticket: string;
    try {
      ticket = await deps.ticket(room);
    } catch (error) {
      if (done) return;
      const refused = error instanceof ApiProblem && error.status >= 400 && error.status < 500;
      // Too much asked, or a second factor to be added first: both pass.
      if (refused && error.code === "auth.factor_demanded") return later("demanded");
      if (!refused || error.status === 429) return later();
      return tell("refused");
    }
    if (done) return;
    const opened = deps.open(`/ws/${room}`, [PROTOCOL, ticket]);
    socket = opened;
    const current = () => socket === opened;
    opened.addEventListener("open", () => {
      if (!current()) return;
      watch();
      tell("open");
      handlers.onOpen();
    });
    opened.addEventListener("message", (event) => {
      if (!current()) return;
      heardAt = Date.now();
      attempt = 0;
      if (event.data !== "pong") handlers.onMessage(String(event.data));
    });
    opened.addEventListener("close", (event) => {
      if (!current()) return;
      if (REFUSED.has(event.code)) attempt = Math.max(attempt, 2);
      later();
    });
  }

  const stopWaking = deps.onWake(() => {
    if (done) return;
    if (socket?.readyState === 1) return socket.send("ping");
    clearTimeout(timer);
    attempt = 0;
    void connect();
  });
  void connect();

  return {
    send(data) {
      if (socket?.readyState !== 1) return false;
      socket.send(data);
      return true;
    },
    close() {
      done = true;
      clearTimeout(timer);
      stopWaking();
      drop();
      tell("closed");
    },
  };
}
