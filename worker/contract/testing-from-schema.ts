import * as fc from "fast-check";
import { newId } from "#domain/ids.ts";
import { resolve, typesOf, type Schema, type Schemas } from "./testing-schema.ts";

/** What values are made of: the document's schemas, and ids of records that exist, by prefix. */
export interface Material {
  schemas: Schemas;
  ids: Record<string, string>;
}

const WORDS = ["Atelier Morvan", "quatre zèbres lents", "Ç", "x", "2026", "œuvre d’art", "N° 7"];
const ID = /^\^(?:boards\\\/)?([a-z]{3})_/;

function fitted(schema: Schema): (text: string) => boolean {
  const { minLength = 0, maxLength = Infinity, pattern } = schema;
  const rule = pattern === undefined ? null : new RegExp(pattern, "u");
  return (one) => one.length >= minLength && one.length <= maxLength && (rule?.test(one) ?? true);
}

function text(schema: Schema, { ids }: Material): fc.Arbitrary<unknown> {
  const { format, pattern = "" } = schema;
  if (format === "date")
    return fc.constantFrom("2026-11-21", "2024-02-29", "1970-01-01", "9999-12-31");
  if (format === "date-time") return fc.constantFrom("2026-11-21T10:00:00.000Z");
  if (format === "email") return fc.nat(1e9).map((n) => `f${n}@example.com`);
  const prefix = ID.exec(pattern)?.[1];
  if (prefix !== undefined) {
    const before = pattern.startsWith("^boards") ? "boards/" : "";
    const id = fc.oneof(
      { weight: 3, arbitrary: fc.constant(ids[prefix] ?? newId("x").replace("x_", `${prefix}_`)) },
      { weight: 1, arbitrary: fc.constant(newId("x").replace("x_", `${prefix}_`)) },
    );
    return id.map((value) => before + value);
  }
  if (pattern === "" || pattern.includes("\\p{")) {
    const words = fc.oneof(
      fc.constantFrom(...WORDS),
      fc.string({ unit: "grapheme", minLength: schema.minLength ?? 0, maxLength: 24 }),
      fc.constant("z".repeat(Math.min(schema.maxLength ?? 300, 5_000))),
    );
    return words.filter(fitted(schema));
  }
  return fc.stringMatching(new RegExp(pattern)).filter(fitted(schema));
}

function number(schema: Schema): fc.Arbitrary<number> {
  const min = schema.minimum ?? (schema.exclusiveMinimum ?? -1_000_001) + 1;
  const max = schema.maximum ?? (schema.exclusiveMaximum ?? 1_000_000_001) - 1;
  return fc.oneof(
    fc.constantFrom(min, max),
    fc.integer({ min: Math.max(min, -1e9), max: Math.min(max, 1e9) }),
  );
}

function object(schema: Schema, material: Material): fc.Arbitrary<unknown> {
  const entries = Object.entries(schema.properties ?? {});
  if (entries.length > 0) {
    const model = Object.fromEntries(
      entries.map(([name, one]) => [name, fromSchema(one, material)]),
    );
    return fc.record(model, { requiredKeys: schema.required ?? [] });
  }
  const { additionalProperties } = schema;
  if (typeof additionalProperties !== "object") return fc.constant({});
  return fc.dictionary(fc.string({ maxLength: 8 }), fromSchema(additionalProperties, material), {
    maxKeys: 3,
  });
}

/** Values that a schema takes, with those at its limits. */
export function fromSchema(raw: Schema, material: Material): fc.Arbitrary<unknown> {
  const schema = resolve(raw, material.schemas);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return fc.oneof(...either.map((one) => fromSchema(one, material)));
  const byType: Record<string, () => fc.Arbitrary<unknown>> = {
    string: () => text(schema, material),
    integer: () => number(schema),
    number: () => number(schema),
    boolean: () => fc.boolean(),
    null: () => fc.constant(null),
    array: () =>
      fc.array(schema.items ? fromSchema(schema.items, material) : fc.jsonValue(), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, 4),
      }),
    object: () => object(schema, material),
  };
  const made = typesOf(schema).map((type) => (byType[type] ?? (() => fc.jsonValue()))());
  return made.length > 0 ? fc.oneof(...made) : fc.jsonValue();
}

/** Every place in a JSON value: the keys that lead there. */
function placesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, one]) => placesOf(one, [...path, key]));
  return [path, ...inner];
}

const STRANGE_KEYS = [
  "__proto__",
  "constructor",
  "role",
  "org_id",
  "organizationId",
  "tenant",
  "id",
  "",
  "\u0000",
];

/** A JSON value that was changed in one place: another value, a key more or a key less. `at` and `how` choose. */
export function changed(value: unknown, at: number, how: number, harm: unknown): unknown {
  const places = placesOf(value);
  const path = places[at % places.length] ?? [];
  const copy = structuredClone(value);
  const last = path.at(-1);
  if (last === undefined) {
    if (how % 3 === 0 || typeof copy !== "object" || copy === null) return harm;
    const key = STRANGE_KEYS[at % STRANGE_KEYS.length] ?? "x";
    Object.defineProperty(copy, key, {
      value: harm,
      enumerable: true,
      configurable: true,
      writable: true,
    });
    return copy;
  }
  let holder = copy as Record<string, unknown>;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  if (how % 3 === 2) delete holder[last];
  else
    Object.defineProperty(holder, last, {
      value: harm,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return copy;
}
