import { expect, it } from "vitest";
import { passkeyKind } from "./passkey-kind.ts";

it.each([
  [["internal"], "device"],
  [["internal", "hybrid"], "device"],
  [["usb"], "key"],
  [["nfc", "usb"], "key"],
  [["hybrid"], "phone"],
  [[], null],
  [["telepathy"], null],
] as const)("a passkey reached by %j is kept by %s", (transports, kind) => {
  expect(passkeyKind(transports)).toBe(kind);
});
