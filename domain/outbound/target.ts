import { isAddress, isLoopback, isPublicAddress } from "./public-address.ts";

/** Why an address is not called. */
export type Refusal = "malformed" | "scheme" | "userinfo" | "port" | "private";

/** Where a call goes: its host as the parser wrote it, and whether that is a name that has yet to be resolved. */
export interface Target {
  url: URL;
  /** Without brackets and final dot, lower case. */
  host: string;
  kind: "name" | "address" | "loopback";
}

/** Names that lead nowhere on the public internet (RFC 6761, 6762, 8375, and what private networks and clouds use). */
const CLOSED_NAMES =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|invalid|test|onion)$/;

/** What a host is, or why it is not called. `host` as the URL parser gives it. */
function judgeHost(host: string, loopback: boolean): Target["kind"] | Refusal {
  if (loopback && (host === "localhost" || isLoopback(host))) return "loopback";
  if (isAddress(host)) return isPublicAddress(host) ? "address" : "private";
  // A name of one part is searched for in whatever network the caller stands.
  if (!host.includes(".") || CLOSED_NAMES.test(host)) return "private";
  return "name";
}

/**
 * Judges an address before anything is sent there. The parser comes first, as it reads 127.1, 0x7f.1 and 2130706433 as
 * the addresses that they are. Only `https` on port 443 or above 1023, without user and password.
 * A name that passes has yet to be resolved: each of its addresses must be public as well.
 * @param options.loopback opens `http` and this machine's own addresses, on any port: for development and tests.
 */
export function judgeTarget(
  text: string,
  options: { loopback: boolean },
): { target: Target } | { refused: Refusal } {
  const url = URL.parse(text);
  if (!url || url.hostname === "") return { refused: "malformed" };
  if (url.protocol !== "https:" && url.protocol !== "http:") return { refused: "scheme" };
  if (url.username !== "" || url.password !== "") return { refused: "userinfo" };
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.+$/, "");
  const kind = judgeHost(host, options.loopback);
  if (kind === "loopback") return { target: { url, host, kind } };
  if (kind !== "name" && kind !== "address") return { refused: kind };
  if (url.protocol !== "https:") return { refused: "scheme" };
  if (url.port !== "" && Number(url.port) < 1024) return { refused: "port" };
  return { target: { url, host, kind } };
}
