import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "#domain/ids.ts";
import { crc32, formatToken, parseToken, type TokenParts } from "./token-text.ts";

const parts: TokenParts = {
  kind: "token",
  organizationId: newId("org"),
  slot: 7,
  principalId: newId("usr"),
};
const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe("the text of a token", () => {
  it("has a checksum of a known polynomial", () => {
    // The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
    expect(crc32("123456789")).toBe(0xcbf43926);
  });

  it("says where its organization's data are and whose it is", () => {
    const service: TokenParts = { ...parts, kind: "service", principalId: newId("svc") };
    for (const one of [parts, service]) {
      const property = fc.property(bytes, fc.integer({ min: 0, max: 9999 }), (secret, slot) => {
        expect(parseToken(formatToken({ ...one, slot }, secret))).toEqual({ ...one, slot });
      });
      fc.assert(property);
    }
  });

  it("is letters and digits that a double click selects, always of one length", () => {
    const ends = [new Uint8Array(32), new Uint8Array(32).fill(255)];
    for (const secret of ends) expect(formatToken(parts, secret)).toMatch(/^aet_[0-9A-Za-z]{106}$/);
  });

  it("holds 256 bits: no two secrets give the same text", () => {
    const property = fc.property(bytes, bytes, (one, other) => {
      fc.pre(one.some((byte, place) => byte !== other[place]));
      expect(formatToken(parts, one)).not.toBe(formatToken(parts, other));
    });
    fc.assert(property);
  });

  it("notices each mistyped or missing character", () => {
    const text = formatToken(parts, crypto.getRandomValues(new Uint8Array(32)));
    for (let place = 0; place < text.length; place += 1) {
      const other = text[place] === "A" ? "B" : "A";
      expect(parseToken(text.slice(0, place) + other + text.slice(place + 1))).toBeNull();
      expect(parseToken(text.slice(0, place) + text.slice(place + 1))).toBeNull();
    }
  });

  it.each(["", "aet_", "eyJhbGciOiJIUzI1NiJ9.e30.x", "aet_u0007", `aet_${"A".repeat(106)}`])(
    "%s is none",
    (text) => {
      expect(parseToken(text)).toBeNull();
    },
  );
});
