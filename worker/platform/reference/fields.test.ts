import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fieldsOf, jsonSchema, typeOf } from "./fields.ts";

const Item = z
  .strictObject({ id: z.string(), at: z.iso.date().nullable() })
  .meta({ id: "TestItem" });
const Page = z.strictObject({
  items: z.array(Item).max(50),
  nextCursor: z.string().nullable(),
  state: z.enum(["open", "all"]).default("open"),
});

describe("fieldsOf", () => {
  const fields = fieldsOf(jsonSchema(Page, "input"));

  it("writes named schemas out and names nested fields by their path", () => {
    expect(fields.map((field) => field.name)).toEqual([
      "items",
      "items[].id",
      "items[].at",
      "nextCursor",
      "state",
    ]);
  });

  it("tells types in words, with what may be null", () => {
    const types = Object.fromEntries(fields.map((field) => [field.name, field.type]));
    expect(types["items"]).toBe("array of object");
    expect(types["items[].at"]).toBe("string (date) | null");
    expect(types["state"]).toBe('"open" | "all"');
  });

  it("tells what is optional and which rules hold", () => {
    expect(fields.find((field) => field.name === "items")).toMatchObject({
      required: true,
      rules: "at most 50 items",
    });
    expect(fields.find((field) => field.name === "state")).toMatchObject({
      required: false,
      rules: 'default "open"',
    });
  });

  it("says any for what JSON can't say", () => {
    expect(typeOf(jsonSchema(z.custom<Date>(), "output"))).toBe("any");
  });
});
