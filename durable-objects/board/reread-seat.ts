import type { Env } from "#worker/platform/env.ts";
import { readPerson } from "#worker/platform/live/socket-person.ts";
import { keepSeat, type Seat, seatOf } from "./seat.ts";

/** Reads anew what the person behind a socket may do, and keeps it with the socket. Nothing, once they may not be here. */
export async function rereadSeat(env: Env, socket: WebSocket): Promise<Seat> {
  const { person } = seatOf(socket);
  const permissions = (await readPerson(env, person.claims))?.permissions ?? [];
  // The seat may have changed while the database was asked.
  const seat = { ...seatOf(socket), person: { ...person, permissions } };
  keepSeat(socket, seat);
  return seat;
}
