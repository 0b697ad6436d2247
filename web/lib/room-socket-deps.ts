import { api } from "./api.ts";
import type { SocketDeps } from "./room-socket.ts";

/** The browser's own socket, tickets from the API, and waking by network and visibility. */
export const browserSocket: SocketDeps = {
  async ticket(room) {
    return (await api("post /live/tickets", { body: { room }, quiet: true })).ticket;
  },
  open(path, protocols) {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    return new WebSocket(`${scheme}//${location.host}${path}`, protocols);
  },
  random: Math.random,
  onWake(wake) {
    const seen = () => {
      if (document.visibilityState === "visible") wake();
    };
    addEventListener("online", wake);
    document.addEventListener("visibilitychange", seen);
    return () => {
      removeEventListener("online", wake);
      document.removeEventListener("visibilitychange", seen);
    };
  },
};
