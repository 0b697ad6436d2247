import { describe, expect, it } from "vitest";
import { placeName, placeOf } from "./place.ts";

const WORDS = { local: "réseau local", unknown: "inconnu" };

describe("the place of an address", () => {
  it.each([
    "10.1.2.3",
    "127.0.0.1",
    "192.168.1.20",
    "172.16.0.1",
    "172.31.255.254",
    "169.254.7.7",
    "::1",
    "::ffff:192.168.1.20",
    "fd12:3456:789a::1",
    "FE80::1",
  ])("%s is the local network, whatever country is told", (address) => {
    expect(placeOf(address, "FR")).toBe("local");
  });

  it.each([
    ["203.0.113.7", "FR", "FR"],
    ["172.32.0.1", "DE", "DE"],
    ["11.0.0.1", "CH", "CH"],
    ["2001:db8::1", "BE", "BE"],
    ["203.0.113.7", null, null],
    [null, "CA", "CA"],
    [null, null, null],
    // Unknown to the edge, and the Tor network: neither is a country.
    ["203.0.113.7", "XX", null],
    ["203.0.113.7", "T1", null],
    ["203.0.113.7", "<b>", null],
  ])("%s in %s is %s", (address, country, place) => {
    expect(placeOf(address, country)).toBe(place);
  });
});

describe("the name of a place", () => {
  it.each([
    ["fr", "DE", "Allemagne"],
    ["en", "DE", "Germany"],
    ["fr", "local", "réseau local"],
    ["fr", null, "inconnu"],
    ["fr", "ZQ", "inconnu"],
  ] as const)("in %s, %s is %s", (language, place, name) => {
    expect(placeName(language, place, WORDS)).toBe(name);
  });
});
