import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "./cursor.ts";

const Point = z.strictObject({ value: z.union([z.string(), z.number(), z.null()]) });

describe("cursor", () => {
  it("comes back as it went, in letters that a URL takes as they are", () => {
    const text = fc.string({ unit: "grapheme" }).filter((value) => value.isWellFormed());
    fc.assert(
      fc.property(fc.oneof(text, fc.integer(), fc.constant(null)), (value) => {
        const cursor = encodeCursor({ value });
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(decodeCursor(cursor, Point)).toEqual({ value });
      }),
    );
  });

  it.each([
    "",
    "%%%",
    "bm9wZQ",
    encodeCursor({ value: [] }),
    encodeCursor({ value: 1, more: 1 }),
    encodeCursor(null),
  ])("refuses %j", (cursor) => {
    expect(decodeCursor(cursor, Point)).toBeNull();
  });

  it("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(decodeCursor(text, z.literal("never"))).toBeNull();
      }),
    );
  });
});
