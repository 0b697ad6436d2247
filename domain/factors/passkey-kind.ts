import { z } from "zod";

/** What keeps a passkey: the device that made it or its account, a key that one carries, a phone beside the computer. */
export const PasskeyKind = z.enum(["device", "key", "phone"]);
export type PasskeyKind = z.infer<typeof PasskeyKind>;

/** What keeps a passkey, by the ways in which its authenticator says it can be reached; null when it says none of these. */
export function passkeyKind(transports: readonly string[]): PasskeyKind | null {
  if (transports.includes("internal")) return "device";
  if (["usb", "nfc", "ble", "smart-card"].some((way) => transports.includes(way))) return "key";
  return transports.includes("hybrid") ? "phone" : null;
}
