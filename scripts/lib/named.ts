import { lookup } from "node:dns/promises";
import { connect } from "node:net";

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const end = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.once("timeout", () => end(false));
  });
}

/**
 * The same server by the name `localhost`, which passkeys need: browsers make none for a number. As it was given where that
 * name does not lead here, or where another program answers it on another address of this machine (::1).
 * @param resolve the addresses of a name; the system's own when left out.
 */
export async function named(
  url: string,
  resolve = async (name: string) =>
    (await lookup(name, { all: true })).map(({ address }) => address),
): Promise<string> {
  const { hostname, port } = new URL(url);
  const found = await resolve("localhost").catch((): string[] => []);
  if (!found.includes(hostname)) return url;
  const others = found.filter((address) => address !== hostname);
  const taken = await Promise.all(others.map((address) => answers(address, Number(port))));
  return taken.includes(true) ? url : `http://localhost:${port}`;
}
