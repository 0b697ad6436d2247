import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPublicAddress } from "./public-address.ts";
import { judgeTarget } from "./target.ts";

const judge = (text: string, loopback = false) => judgeTarget(text, { loopback });
const refusal = (text: string) => {
  const verdict = judge(text);
  return "refused" in verdict ? verdict.refused : verdict.target.kind;
};

type Octets = readonly [number, number, number, number];
const octet = fc.integer({ min: 0, max: 255 });
/** Addresses of this machine, of private networks and of what stands beside every cloud machine. */
const closed: fc.Arbitrary<Octets> = fc.oneof(
  fc.tuple(fc.constant(127), octet, octet, octet),
  fc.tuple(fc.constant(10), octet, octet, octet),
  fc.tuple(fc.constant(0), octet, octet, octet),
  fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
  fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
  fc.tuple(fc.constant(198), fc.integer({ min: 18, max: 19 }), octet, octet),
  fc.tuple(fc.integer({ min: 224, max: 255 }), octet, octet, octet),
);

const hex = (n: number, width = 0) => n.toString(16).padStart(width, "0");
const number = ([a, b, c, d]: Octets) => ((a * 256 + b) * 256 + c) * 256 + d;
const part = (n: number, form: number) =>
  form === 0 ? String(n) : form === 1 ? `0x${hex(n)}` : `0${n.toString(8)}`;
const pair = (a: number, b: number) => hex(a * 256 + b);

/** Ways to write one IPv4 address in a URL, each of which a browser understands. */
const SPELLINGS: readonly ((o: Octets, form: number) => string)[] = [
  (o, form) => o.map((n) => part(n, form)).join("."),
  ([a, b, c, d], form) => [part(a, form), part(b, form), part(c * 256 + d, form)].join("."),
  ([a, b, c, d], form) => [part(a, form), part((b * 256 + c) * 256 + d, form)].join("."),
  (o, form) => part(number(o), form),
  (o) => `${o.join(".")}.`,
  (o) => o.join("。"),
  (o) => encodeURIComponent(o.join(".")).replaceAll(".", "%2E"),
  (o) => `[::ffff:${o.join(".")}]`,
  ([a, b, c, d]) => `[::ffff:${pair(a, b)}:${pair(c, d)}]`,
  ([a, b, c, d]) => `[0:0:0:0:0:FFFF:${pair(a, b)}:${pair(c, d)}]`,
  (o) => `[::${o.join(".")}]`,
  (o) => `[64:ff9b::${o.join(".")}]`,
  ([a, b, c, d]) => `[2002:${pair(a, b)}:${pair(c, d)}::1]`,
  ([a, b, c, d]) => `[2001:0:${pair(a, b)}:${pair(c, d)}::1]`,
];

describe("an address that must not be called", () => {
  it("is refused however it is spelled", () => {
    fc.assert(
      fc.property(
        closed,
        fc.constantFrom(...SPELLINGS),
        fc.integer({ min: 0, max: 2 }),
        fc.constantFrom("", ":443", ":8443"),
        (octets, spell, form, port) => {
          expect(refusal(`https://${spell(octets, form)}${port}/hook`)).toMatch(
            /^(?:private|malformed)$/,
          );
        },
      ),
      { numRuns: 3000 },
    );
  });

  it.each([
    "https://[::1]/",
    "https://[::]/",
    "https://[fe80::1]/",
    "https://[fec0::1]/",
    "https://[fd00:ec2::254]/",
    "https://[fc00::1]/",
    "https://[ff02::1]/",
    "https://[100::1]/",
    "https://[5f00::1]/",
    "https://[2001:db8::1]/",
    "https://[3fff::1]/",
    "https://168.63.129.16/",
    "https://192.0.0.192/",
    "https://255.255.255.255/",
    "https://localhost/",
    "https://LOCALHOST./",
    "https://api.localhost/",
    "https://printer.local/",
    "https://metadata.google.internal/",
    "https://router.home.arpa/",
    "https://intranet/",
    "https://db.corp/",
    "https://ｌｏｃａｌｈｏｓｔ/",
  ])("%s is not of the public internet", (url) => {
    expect(refusal(url)).toBe("private");
  });

  it.each([
    ["http://hooks.example.com/", "scheme"],
    ["ftp://hooks.example.com/", "scheme"],
    ["javascript:alert(1)", "malformed"],
    ["data:text/plain,x", "malformed"],
    ["https://", "malformed"],
    ["//hooks.example.com", "malformed"],
    ["hooks.example.com", "malformed"],
    ["https://[::1", "malformed"],
    ["https://a b.example.com/", "malformed"],
    ["https://user:word@hooks.example.com/", "userinfo"],
    ["https://hooks.example.com@127.0.0.1/", "userinfo"],
    ["https://hooks.example.com:22/", "port"],
    ["https://hooks.example.com:25/", "port"],
    ["https://hooks.example.com:70000/", "malformed"],
  ])("%s is refused for its %s", (url, reason) => {
    expect(refusal(url)).toBe(reason);
  });
});

describe("an address of the public internet", () => {
  it.each([
    ["https://hooks.example.com/aetheria?x=1", "name"],
    ["https://hooks.example.com:8443/", "name"],
    ["https://HOOKS.example.com./", "name"],
    ["https://bücher.example/", "name"],
    ["https://8.8.8.8/", "address"],
    ["https://[2606:4700:4700::1111]/", "address"],
    ["https://localhost.example.com/", "name"],
  ])("%s may be called: %s", (url, kind) => {
    expect(refusal(url)).toBe(kind);
  });

  it("is told from others by its bits", () => {
    const open: fc.Arbitrary<Octets> = fc.tuple(
      fc.constantFrom(1, 8, 9, 93, 104, 151, 185, 203),
      fc.integer({ min: 1, max: 255 }),
      fc.integer({ min: 114, max: 255 }),
      octet,
    );
    fc.assert(fc.property(open, (octets) => isPublicAddress(octets.join("."))));
    fc.assert(fc.property(closed, (octets) => !isPublicAddress(octets.join("."))));
    for (const text of ["", "x", "1.2.3", "1.2.3.4.5", "256.1.1.1", "::g", "1:2", "fe80::1%eth0"]) {
      expect(isPublicAddress(text)).toBe(false);
    }
  });
});

describe("this machine's own address", () => {
  it.each([
    "http://127.0.0.1:9000/",
    "http://localhost:80/x",
    "https://[::1]:9000/",
    "http://127.1/",
  ])("%s is called in development alone", (url) => {
    expect(judge(url, true)).toMatchObject({ target: { kind: "loopback" } });
    expect(judge(url)).toHaveProperty("refused");
  });

  it("opens no other private address with it", () => {
    for (const url of [
      "http://10.0.0.1/",
      "http://169.254.169.254/",
      "http://[::ffff:127.0.0.1]/",
    ]) {
      expect(judge(url, true)).toHaveProperty("refused");
    }
    expect(judge("http://hooks.example.com/", true)).toEqual({ refused: "scheme" });
  });
});
