import { describe, expect, it } from "vitest";
import { clientCsvHead, clientCsvLine } from "./csv.ts";
import { sampleClient } from "./sample.ts";

describe("clientCsvLine", () => {
  it.each([
    ["fr", ";"],
    ["en", ","],
  ] as const)("has a cell for each head (%s)", (language, separator) => {
    const full = sampleClient({ estimatedMinor: null });
    const count = (line: string) => line.trimEnd().split(separator).length;
    expect(count(clientCsvLine(full, language))).toBe(count(clientCsvHead(language)));
  });

  it("writes words, dates and amounts of the language", () => {
    const client = sampleClient({
      stage: "meeting",
      estimatedMinor: 123456,
      nextActionOn: "2026-12-15",
    });
    const french = clientCsvLine(client, "fr");
    const english = clientCsvLine(client, "en");
    expect(french).toContain('"RDV pris";"Moyenne"');
    expect(french).toContain(";1234,56;");
    expect(english).toContain('"Meeting booked","Medium"');
    expect(english).toContain(",1234.56,");
    for (const line of [french, english]) expect(line).toContain('"2026-12-15"');
  });

  it("neutralises formulas in every text", () => {
    const evil = "=cmd|' /C calc'!A0";
    const line = clientCsvLine(
      sampleClient({
        company: evil,
        contact: evil,
        sector: evil,
        phone: evil,
        nextAction: evil,
        notes: evil,
      }),
      "fr",
    );
    expect(line.match(/"'=cmd/g)).toHaveLength(6);
    expect(line).not.toContain('"=cmd');
  });
});
