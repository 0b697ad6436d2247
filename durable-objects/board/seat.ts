import type { Origin } from "#domain/audit/model.ts";
import type { Peer, Presence, Rights, ServerMessage } from "#domain/boards/messages.ts";
import { can } from "#domain/permissions.ts";
import type { SocketPerson } from "#worker/platform/live/socket-person.ts";

/** What a socket remembers across hibernation. `client` is null until its hello was answered. */
export interface Seat {
  person: SocketPerson;
  /** The network address that the socket was opened from. */
  address: string | null;
  peer: string;
  client: string | null;
  state: Presence | null;
  /** UTC milliseconds: when it was opened. */
  since: number;
}

export function seatOf(socket: WebSocket): Seat {
  return socket.deserializeAttachment() as Seat;
}

export function keepSeat(socket: WebSocket, seat: Seat): void {
  socket.serializeAttachment(seat);
}

/** Where the ops of a socket come from, for the audit. Their request is the op itself. */
export function originOf({ person, address }: Seat): Origin {
  const { name, grantId } = person;
  return {
    name,
    kind: "person",
    ...(grantId ? { actorId: grantId } : {}),
    address,
    requestId: null,
  };
}

export function rightsOf(seat: Seat): Rights {
  const { person } = seat;
  return { write: can(person, "boards.write"), manage: can(person, "boards.manage") };
}

export function peerOf(seat: Seat): Peer {
  const { person, peer, state } = seat;
  return { peer, userId: person.claims.userId, name: person.name, state };
}

/** Sends frames. A socket that closes meanwhile is no failure: its page comes back and says where it stands. */
export function sendAll(socket: WebSocket, frames: readonly ServerMessage[]): void {
  for (const frame of frames) sendText(socket, JSON.stringify(frame));
}

export function sendText(socket: WebSocket, text: string): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(text);
}
