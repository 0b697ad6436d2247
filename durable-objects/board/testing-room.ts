import { boardMap, type BoardMap } from "#domain/boards/board-map.ts";
import type { ClientMessage, Result, ServerMessage } from "#domain/boards/messages.ts";
import type { BoardView } from "#domain/boards/view.ts";
import { PROTOCOL } from "#domain/boards/protocol.ts";
import type { BoardRpc } from "#worker/features/boards/board-rpc.ts";
import {
  callWorker,
  ORIGIN,
  testEnv,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";
import { roomName } from "#worker/platform/tenant.ts";
import type { BoardRoom } from "./room.ts";
import { follow } from "./testing-follow.ts";

/** A board of its own for a test, through the front door. */
export async function newBoard(person: TestPerson, title = "Chantier"): Promise<BoardView> {
  const answer = await person.call("post /boards", { title });
  if (answer.status !== 201) throw new Error(`No board: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** The stub of a board's object. */
export function roomOf(organization: TestOrganization, board: string) {
  const name = roomName(organization.tenant, `boards/${board}`);
  return testEnv.BOARD_ROOM.getByName(name) as unknown as DurableObjectStub<BoardRoom & BoardRpc>;
}

/** An open socket as a page would hold it, keeping what it was sent. */
export interface TestSocket {
  socket: WebSocket;
  frames: ServerMessage[];
  closed: Promise<number>;
  say(message: ClientMessage): void;
  /** Waits until a frame fits; those before it stay in `frames`. */
  until<K extends ServerMessage["kind"]>(
    kind: K,
    fits?: (frame: Extract<ServerMessage, { kind: K }>) => boolean,
  ): Promise<Extract<ServerMessage, { kind: K }>>;
  /** Pushes ops from `seq` on and waits for their answers. */
  push(seq: number, ops: readonly unknown[], base?: number): Promise<Result[]>;
  /** The board as this client holds it. */
  board(): BoardMap;
}

/** Asks for a ticket and knocks with it; the answer is 101 when the door opens. */
export async function knock(person: TestPerson, board: string, ticket?: string): Promise<Response> {
  let shown = ticket;
  if (shown === undefined) {
    const answer = await person.call("post /live/tickets", { room: `boards/${board}` });
    shown = (await answer.json<{ ticket: string }>()).ticket;
  }
  return callWorker(`get /../../ws/boards/${board}`, undefined, {
    origin: ORIGIN,
    upgrade: "websocket",
    "sec-websocket-protocol": `aetheria.v1, ${shown}`,
    "cf-connecting-ip": "203.0.113.7",
  });
}

/** Opens a socket and says hello. */
export async function join(
  person: TestPerson,
  board: string,
  client: string,
  held: { epoch: string; since: number } | null = null,
): Promise<TestSocket> {
  const answer = await knock(person, board);
  const socket = answer.webSocket;
  if (!socket) throw new Error(`No socket: ${answer.status} ${await answer.text()}`);
  const frames: ServerMessage[] = [];
  const waiting = new Set<() => void>();
  const closing = Promise.withResolvers<number>();
  socket.addEventListener("message", (event) => {
    frames.push(JSON.parse(String(event.data)) as ServerMessage);
    for (const look of waiting) look();
  });
  socket.addEventListener("close", (event) => closing.resolve(event.code));
  socket.accept();
  const until: TestSocket["until"] = async (kind, fits = () => true) => {
    type Frame = Extract<ServerMessage, { kind: typeof kind }>;
    const found = Promise.withResolvers<Frame>();
    const look = () => {
      const hit = frames.find((frame) => frame.kind === kind && fits(frame as Frame));
      if (hit) found.resolve(hit as Frame);
    };
    waiting.add(look);
    look();
    const late = setTimeout(() => found.reject(new Error(`No ${kind} came`)), 5000);
    return found.promise.finally(() => {
      clearTimeout(late);
      waiting.delete(look);
    });
  };
  const say = (message: ClientMessage) => socket.send(JSON.stringify(message));
  say({
    kind: "hello",
    protocol: PROTOCOL,
    client,
    epoch: held?.epoch ?? null,
    since: held?.since ?? null,
  });
  await until("presence");
  return {
    socket,
    frames,
    closed: closing.promise,
    say,
    until,
    async push(seq, ops, base = 0) {
      const items = ops.map((op, i) => ({ seq: seq + i, base, op }));
      const from = frames.length;
      say({ kind: "push", acked: 0, ops: items });
      const last = seq + ops.length - 1;
      const ack = await until(
        "ack",
        (frame) => frames.indexOf(frame) >= from && frame.results.at(-1)?.seq === last,
      );
      return ack.results;
    },
    board: () => follow(boardMap(), frames),
  };
}
