import { globSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Op } from "./boards/ops.ts";
import { Email } from "./identity/model.ts";
import { line, nameLine } from "./line.ts";
import { withoutUnseen } from "./unseen.ts";

const UNSEEN = [
  0x0000, 0x0009, 0x000a, 0x007f, 0x0085, 0x061c, 0x200b, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a,
  0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xfeff,
];
const named = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
const inside = (code: number) => `Ada${String.fromCodePoint(code)}Lovelace`;

describe("a line", () => {
  it.each(UNSEEN.map((code) => [named(code), code] as const))("has no %s", (_name, code) => {
    expect(line(80).safeParse(inside(code)).success).toBe(false);
    expect(withoutUnseen(inside(code))).toMatch(/^Ada ?Lovelace$/);
  });

  it.each([
    "L’Œuvre d’Élise",
    "محمد",
    "می\u200Cخواهم",
    "👩\u200D🔧 Atelier",
    "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    "Ruban\u00A0&\u202FCie",
  ])("keeps %s as it is", (text) => {
    expect(nameLine(80).parse(text)).toBe(text);
    expect(withoutUnseen(text)).toBe(text);
  });

  it("is composed and trimmed, and may say nothing where a name may not", () => {
    expect(line(10).parse(" e\u0301 ")).toBe("é");
    expect(line(10).parse("")).toBe("");
    for (const nothing of ["", "  ", "\u200D", "\u0301"]) {
      expect(nameLine(10).safeParse(nothing).success).toBe(false);
    }
  });
});

/** Texts that are no line, by the name of their field, and why. */
const NO_LINES: Readonly<Record<string, string>> = {
  password: "any character may be in a password",
  current: "a password",
  code: "compared, never shown",
  remove: "takes a tag away that may be of older rules",
  description: "several lines, but for a webhook's",
  notes: "several lines",
  "post /notes.body": "several lines",
  "patch /notes/{id}.changes.body": "several lines",
  "post /boards/{id}/ops.ops.text": "a comment, of several lines",
  "put /board-imports/{id}/parts/{number}.comments.text": "a comment, of several lines",
  "op.text": "a comment, of several lines",
  reason: "several lines",
  email: "the form of an address has no room for them",
  url: "an address that domain/outbound reads and writes anew",
  "post /organization/deletion.name": "compared, never stored",
  transports: "what the browser says of a passkey, never shown",
  sql: "SQL, of several lines",
  on: "SQL, of several lines",
  meaning: "several lines",
  "post /questions.question": "several lines",
  "patch /questions/{id}.changes.question": "several lines",
  answer: "several lines",
  "post /widgets.text": "several lines",
  "patch /widgets/{id}.changes.text": "several lines",
  "post /ai/query.question": "several lines",
  "post /data-sources/{id}/share.reading": "how a file is read, which names its columns",
  "put /data-sources/{id}/reading.reading": "how a file is read, which names its columns",
  "post /data-sources.details.schema": "a name that a database has",
  "post /data-sources.details.table": "a name that a database has",
};

/** Names of columns and values in them, letter by letter as a file or a database has them. */
const OF_COLUMNS =
  /\.chart\.|\.built\.|\.columns\.name$|\.parameters\.(?:options\.)?(?:column|initial)$|^post \/ai\/query\.(?:sources|results)\./;

type Json = { [key: string]: unknown };
const isMap = (value: unknown): value is Json => typeof value === "object" && value !== null;

/** The paths of texts in a JSON schema that no form, list of values or pattern narrows to what has no room for unseen characters. */
function loose(schema: unknown, path: string): string[] {
  if (Array.isArray(schema)) return schema.flatMap((one) => loose(one, path));
  if (!isMap(schema)) return [];
  const below = Object.entries(schema).flatMap(([key, value]) => {
    if (key === "properties" && isMap(value))
      return Object.entries(value).flatMap(([name, one]) => loose(one, `${path}.${name}`));
    return ["anyOf", "oneOf", "items", "prefixItems"].includes(key) ? loose(value, path) : [];
  });
  if (schema["type"] !== "string" || "enum" in schema || "const" in schema) return below;
  const all = [schema, ...((schema["allOf"] as Json[] | undefined) ?? [])];
  const rules = all.flatMap(({ pattern }) => (typeof pattern === "string" ? [pattern] : []));
  const refused = (text: string) => rules.some((rule) => !new RegExp(rule, "u").test(text));
  const open = UNSEEN.some(
    (code) => !refused(inside(code)) && !refused(String.fromCodePoint(code)),
  );
  return open ? [...below, path] : below;
}

it.each(UNSEEN.map((code) => [named(code), code] as const))(
  "an address has no %s",
  (_name, code) => {
    expect(Email.safeParse(`ada${String.fromCodePoint(code)}l@exemple.fr`).success).toBe(false);
  },
);

it("every text that a route or a board takes is such a line, or is named here", async () => {
  const found: string[] = [];
  for (const path of globSync("*/*api.ts", { cwd: import.meta.dirname })) {
    const module = (await import(resolve(import.meta.dirname, path))) as Json;
    for (const route of Object.values(module)) {
      if (!isMap(route) || !(route["body"] instanceof z.ZodType)) continue;
      const json = z.toJSONSchema(route["body"], { io: "input", unrepresentable: "any" });
      found.push(...loose(json, `${String(route["method"])} ${String(route["path"])}`));
    }
  }
  found.push(...loose(z.toJSONSchema(Op, { io: "input", unrepresentable: "any" }), "op"));
  const open = found.filter(
    (path) =>
      !OF_COLUMNS.test(path) &&
      !(path in NO_LINES) &&
      !((path.split(".").at(-1) ?? "") in NO_LINES),
  );
  expect([...new Set(open)]).toEqual([]);
});
