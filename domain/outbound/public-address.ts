/** Blocks of IPv4 that are not the public internet: IANA's special-purpose registry, and a metadata server outside it. */
const CLOSED_V4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["168.63.129.16", 32],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

/** Within 2000::/3, the only block that is handed out for the public: protocols (Teredo among them), examples, 6to4. */
const CLOSED_V6: readonly (readonly [string, number])[] = [
  ["2001:0::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

/** The 32 bits of a dotted IPv4 address, or null when it is not written as four decimal numbers. */
function v4(text: string): bigint | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 255)) return null;
  return parts.reduce((bits, part) => bits * 256n + BigInt(part), 0n);
}

const groups = (part: string) => part.split(":").filter(Boolean);

/** The 128 bits of an IPv6 address without brackets, or null. */
function v6(text: string): bigint | null {
  if (!text.includes(":") || !/^[0-9a-f:.]+$/i.test(text)) return null;
  const url = URL.parse(`https://[${text}]/`);
  if (!url) return null;
  // The parser writes it with lower-case groups and at most one "::".
  const [head = "", tail] = url.hostname.slice(1, -1).split("::");
  const [first, last] = [groups(head), groups(tail ?? "")];
  const gap = Array.from({ length: 8 - first.length - last.length }, () => "0");
  return [...first, ...gap, ...last].reduce((bits, group) => {
    return bits * 65_536n + BigInt(Number.parseInt(group, 16));
  }, 0n);
}

const within = (bits: bigint, base: bigint, size: number, length: number) =>
  bits >> BigInt(size - length) === base >> BigInt(size - length);

/** Whether a text is an IP address, as resolvers and the URL parser write them. */
export function isAddress(text: string): boolean {
  return v4(text) !== null || v6(text) !== null;
}

/** Whether an address is this machine's own: 127.0.0.0/8 or ::1. */
export function isLoopback(text: string): boolean {
  const four = v4(text);
  if (four !== null) return within(four, v4("127.0.0.0") ?? 0n, 32, 8);
  return v6(text) === 1n;
}

/**
 * Whether an address belongs to the public internet. What is neither IPv4 nor IPv6 does not; nor do IPv6 forms that
 * carry an IPv4 address inside (mapped, NAT64, 6to4, Teredo), whatever that address is.
 */
export function isPublicAddress(text: string): boolean {
  const four = v4(text);
  if (four !== null) {
    return !CLOSED_V4.some(([base, length]) => within(four, v4(base) ?? 0n, 32, length));
  }
  const six = v6(text);
  if (six === null || !within(six, v6("2000::") ?? 0n, 128, 3)) return false;
  return !CLOSED_V6.some(([base, length]) => within(six, v6(base) ?? 0n, 128, length));
}
