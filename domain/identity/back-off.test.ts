import { describe, expect, it } from "vitest";
import { ACCOUNT_BACK_OFF, ADDRESS_BACK_OFF, addressScope, waitAfter, waits } from "./back-off.ts";

describe("back-off", () => {
  it("lets a person mistype five times, then doubles to a quarter of an hour", () => {
    const list = Array.from({ length: 17 }, (_, n) => waitAfter(n, ACCOUNT_BACK_OFF));
    expect(list).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  });

  it("is more patient with an address than with an account from it", () => {
    expect(waitAfter(19, ADDRESS_BACK_OFF)).toBe(0);
    expect(waitAfter(20, ADDRESS_BACK_OFF)).toBe(1);
    expect(waitAfter(1000, ADDRESS_BACK_OFF)).toBe(300);
  });

  it("lists the waits by count, the last of which holds for all after", () => {
    expect(waits(ACCOUNT_BACK_OFF)).toHaveLength(16);
    expect(waits(ACCOUNT_BACK_OFF).at(-1)).toBe(900);
  });
});

describe("addressScope", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:1:2::6", "2001:db8:1:2::/64"],
    ["2001:db8::6", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["local", "local"],
  ])("counts %s as %s", (address, scope) => {
    expect(addressScope(address)).toBe(scope);
  });
});
