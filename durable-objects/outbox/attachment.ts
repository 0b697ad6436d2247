import type { SocketPerson } from "#worker/platform/live/socket-person.ts";

/** What a socket remembers across hibernation. `seq` is null until its hello has been answered. */
export interface Attachment {
  person: SocketPerson;
  seq: number | null;
  place: string;
}
