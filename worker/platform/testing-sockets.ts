import { ORIGIN, callWorker, type TestPerson } from "./testing.ts";

/** A live socket of a test, with everything that it received. */
export interface TestSocket<M extends { kind: string }> {
  messages: M[];
  send(message: object): void;
  close(): void;
  /** The close code, once the other side closes. */
  closed: Promise<number>;
  /** Resolves when what was received satisfies the test; fails after five seconds. */
  waitFor(done: (messages: M[]) => boolean): Promise<void>;
  /** The first message of a kind, now or later. */
  until<K extends M["kind"]>(kind: K): Promise<Extract<M, { kind: K }>>;
}

/** Opens `/ws/<room>` as a page does: ticket, subprotocol, upgrade. */
export async function openSocket<M extends { kind: string }>(
  person: TestPerson,
  room: string,
): Promise<TestSocket<M>> {
  const minted = await person.call("post /live/tickets", { room });
  const { ticket } = await minted.json<{ ticket: string }>();
  const response = await callWorker(`get /../../ws/${room}`, undefined, {
    origin: ORIGIN,
    upgrade: "websocket",
    "sec-websocket-protocol": `aetheria.v1, ${ticket}`,
  });
  const socket = response.webSocket;
  if (!socket) throw new Error(`No socket: ${response.status} ${await response.text()}`);
  socket.accept();
  const messages: M[] = [];
  const listeners = new Set<() => void>();
  socket.addEventListener("message", (event) => {
    messages.push(JSON.parse(String(event.data)) as M);
    for (const listener of listeners) listener();
  });
  const closed = new Promise<number>((resolve) => {
    socket.addEventListener("close", (event) => resolve(event.code));
  });
  async function waitFor(done: (messages: M[]) => boolean): Promise<void> {
    if (done(messages)) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("Nothing came in time")), 5000);
      const listener = () => {
        if (!done(messages)) return;
        clearTimeout(timer);
        listeners.delete(listener);
        resolve();
      };
      listeners.add(listener);
    });
  }
  return {
    messages,
    send: (message) => socket.send(JSON.stringify(message)),
    close: () => socket.close(1000, "done"),
    closed,
    waitFor,
    async until<K extends M["kind"]>(kind: K) {
      await waitFor((seen) => seen.some((message) => message.kind === kind));
      return messages.find((message) => message.kind === kind) as Extract<M, { kind: K }>;
    },
  };
}
