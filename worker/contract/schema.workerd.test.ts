import { describe, expect, it } from "vitest";
import { violations, type Schema } from "./testing-schema.ts";

const schemas = { Name: { type: "string", minLength: 2, maxLength: 4, pattern: "^\\p{L}+$" } };
const check = (schema: Schema, value: unknown) => violations(schema, value, schemas);
const person: Schema = {
  type: "object",
  properties: { name: { $ref: "#/components/schemas/Name" }, age: { type: ["integer", "null"] } },
  required: ["name"],
  additionalProperties: false,
};

describe("the checker of answers", () => {
  it("takes what fits", () => {
    expect(check(person, { name: "Zoé", age: null })).toEqual([]);
    expect(check({ type: "array", items: person, maxItems: 1 }, [{ name: "Léa", age: 7 }])).toEqual(
      [],
    );
    expect(check({ oneOf: [{ type: "string" }, { type: "number" }] }, 1)).toEqual([]);
  });

  it.each([
    ["a missing property", {}],
    ["an unknown property", { name: "Zoé", role: "owner" }],
    ["another type", { name: 7 }],
    ["a fraction for an integer", { name: "Zoé", age: 1.5 }],
    ["a text that is too long", { name: "Hélène" }],
    ["a text out of its pattern", { name: "Z0é" }],
    ["a list", [{ name: "Zoé" }]],
    ["nothing", null],
  ])("finds %s", (_name, value) => {
    expect(check(person, value)).not.toEqual([]);
  });

  it("finds numbers out of range, unknown values and wrong lists", () => {
    expect(check({ type: "integer", minimum: 0, exclusiveMaximum: 3 }, 3)).not.toEqual([]);
    expect(check({ enum: ["a", null] }, "b")).not.toEqual([]);
    expect(check({ type: "array", maxItems: 1 }, [1, 2])).not.toEqual([]);
    expect(check({ type: "string", format: "date-time" }, "yesterday")).not.toEqual([]);
  });

  it("passes over no keyword that it does not understand", () => {
    expect(() => check({ multipleOf: 2 } as Schema, 3)).toThrow(/multipleOf/);
    expect(() => check({ $ref: "#/components/schemas/Nobody" }, 3)).toThrow(/Nobody/);
  });
});
