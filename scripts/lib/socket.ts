/** A socket as a page of that server opens it: Node's own takes headers, which browsers set by themselves. */
export function socketTo(server: string, path: string, protocols: string[]): WebSocket {
  const Socket = WebSocket as unknown as new (url: string, init: object) => WebSocket;
  const url = server.replace("http", "ws") + path;
  return new Socket(url, { protocols, headers: { origin: server } });
}
