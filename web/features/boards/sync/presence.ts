import type { ClientMessage, Peer, Presence, ServerMessage } from "#domain/boards/messages.ts";
import { createSignal } from "solid-js";

/** At most ten times a second; the latest wins. */
const GAP_MS = 100;

/** Who else is on the board and where, and where this person is. */
export function createPresence(say: (message: ClientMessage) => boolean) {
  const [peers, setPeers] = createSignal<ReadonlyMap<string, Peer>>(new Map());
  const [self, setSelf] = createSignal("");
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: Presence | null = null;
  let sent = "null";

  function flush(): void {
    timer = undefined;
    const text = JSON.stringify(latest);
    if (text === sent) return;
    if (!say({ kind: "presence", state: latest })) return;
    sent = text;
    timer = setTimeout(flush, GAP_MS);
  }

  return {
    others: () => [...peers().values()].filter((peer) => peer.peer !== self()),
    /** Tells the others where this person is; null when nowhere in particular. */
    set(state: Presence | null): void {
      latest = state;
      timer ??= setTimeout(flush, 0);
    },
    /** A new connection: the object knows nothing of where we are. */
    welcome(peer: string): void {
      setSelf(peer);
      sent = "null";
      if (latest) timer ??= setTimeout(flush, 0);
    },
    receive(frame: ServerMessage): void {
      if (frame.kind === "presence") {
        setPeers((known) => {
          const next = new Map(frame.whole ? [] : known);
          for (const peer of frame.peers) next.set(peer.peer, peer);
          return next;
        });
      } else if (frame.kind === "left") {
        setPeers((known) => new Map([...known].filter(([peer]) => peer !== frame.peer)));
      }
    },
    close: () => clearTimeout(timer),
  };
}
