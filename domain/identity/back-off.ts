/** How attempts from one place are slowed down. `free` attempts cost nothing; then the wait doubles up to `most`. */
export interface BackOff {
  free: number;
  /** Seconds. */
  most: number;
}

/** One account tried from one address, or from one browser that has signed in to it before. */
export const ACCOUNT_BACK_OFF: BackOff = { free: 5, most: 900 };
/** Everything tried from one address: an office behind one address mistypes more than a person does. */
export const ADDRESS_BACK_OFF: BackOff = { free: 20, most: 300 };
/**
 * One account tried by browsers that never signed in to it, all together, so that many addresses are no more than one. A
 * minute at most: a stranger can't keep the person out of a new device for longer by what they did before.
 */
export const STRANGERS_BACK_OFF: BackOff = { free: 20, most: 60 };
/** The same where a password was right already: codes have six digits, addresses are many. */
export const ANYWHERE_BACK_OFF: BackOff = { free: 20, most: 900 };
/** Attempts are forgotten after this many seconds without another one. */
export const FORGET_SECONDS = 3600;

/** Seconds to wait after this many attempts without success: 0, 0, … then 1, 2, 4 … up to the most. */
export function waitAfter(attempts: number, { free, most }: BackOff): number {
  if (attempts < free) return 0;
  return Math.min(2 ** (attempts - free), most);
}

/** The waits after 0, 1, 2 … attempts; the last entry holds for every attempt after it. */
export function waits(backOff: BackOff): number[] {
  const list: number[] = [];
  do list.push(waitAfter(list.length, backOff));
  while (list.at(-1) !== backOff.most);
  return list;
}

/**
 * The address as attempts are counted: IPv4 whole, IPv6 by its first 64 bits, since a subscriber holds all
 * addresses below those.
 */
export function addressScope(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: zeros }, () => "0"), ...right];
  const short = groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""));
  return `${short.join(":")}::/64`;
}
