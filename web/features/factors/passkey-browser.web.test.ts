import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { knowsPasskeys, makePasskey, signWithPasskey } from "./passkey-browser.ts";

const OPTIONS = {
  challenge: "AAAA",
  rp: { id: "localhost", name: "Aetheria" },
  user: { id: "AAAA", name: "a@b.fr", displayName: "A" },
  pubKeyCredParams: [{ type: "public-key", alg: -7 }],
  excludeCredentials: [],
};
const failing = (name: string) => () => Promise.reject(new DOMException("no", name));

beforeEach(() => vi.stubGlobal("PublicKeyCredential", () => undefined));
afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, "credentials");
});
const browserThrows = (name: string) =>
  Object.defineProperty(navigator, "credentials", {
    configurable: true,
    value: { create: failing(name), get: failing(name) },
  });

describe("what a browser throws of a passkey", () => {
  it.each([
    ["InvalidStateError", "passkey.exists"],
    ["SecurityError", "passkey.address"],
    ["NotSupportedError", "passkey.unable"],
    ["ConstraintError", "passkey.unable"],
    ["UnknownError", "passkey.unable"],
  ])("%s while one is made has words of its own, %s", async (name, code) => {
    browserThrows(name);
    await expect(makePasskey(OPTIONS)).rejects.toMatchObject({ code });
  });

  it.each(["SecurityError", "UnknownError"])("%s while one signs is told as well", async (name) => {
    browserThrows(name);
    await expect(signWithPasskey({ challenge: "AAAA" })).rejects.toMatchObject({
      code: expect.stringMatching(/^passkey\./) as string,
    });
  });

  it.each(["NotAllowedError", "AbortError"])("%s is a person who declined", async (name) => {
    browserThrows(name);
    expect(await makePasskey(OPTIONS)).toBeNull();
    expect(await signWithPasskey({ challenge: "AAAA" })).toBeNull();
  });

  it("is not asked for under an address of numbers", () => {
    expect(knowsPasskeys("aetheria.example")).toBe(true);
    expect(knowsPasskeys("192.168.0.4")).toBe(false);
    expect(knowsPasskeys("[::1]")).toBe(false);
  });
});
