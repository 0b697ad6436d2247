import { describe, expect, it } from "vitest";
import { clientCsvHead, clientCsvLine } from "./csv.ts";
import { clients as en } from "#domain/i18n/en/clients.ts";
import { sampleClient } from "./sample.ts";

const NAMES = new Map([["usr_1", "Claire Morvan"]]);

const write = (ownerId: string | null) =>
  clientCsvLine(
    sampleClient({
      ownerId,
      createdAt: "2026-11-02T23:30:00.000Z",
      updatedAt: "2026-11-24T08:14:00.000Z",
    }),
    "fr",
    NAMES,
  );

describe("clientCsvLine", () => {
  it.each([
    ["fr", ";"],
    ["en", ","],
  ] as const)("has a cell for each head (%s)", (language, separator) => {
    const full = sampleClient({ estimatedMinor: null });
    const count = (line: string) => line.trimEnd().split(separator).length;
    expect(count(clientCsvLine(full, language, NAMES))).toBe(count(clientCsvHead(language)));
  });

  it("writes words, dates and amounts of the language", () => {
    const client = sampleClient({
      stage: "meeting",
      estimatedMinor: 123456,
      nextActionOn: "2026-12-15",
      size: "GE",
    });
    const french = clientCsvLine(client, "fr", NAMES);
    const english = clientCsvLine(client, "en", NAMES);
    expect(french).toContain('"RDV pris";"Moyenne"');
    expect(french).toContain('"Grande entreprise"');
    expect(english).toContain(`"${en.size.GE}"`);
    expect(french).toContain(";1234,56;");
    expect(english).toContain('"Meeting booked","Medium"');
    expect(english).toContain(",1234.56,");
    for (const line of [french, english]) expect(line).toContain('"2026-12-15"');
  });

  it("names the owner, and writes when it was made and changed as days", () => {
    expect(write("usr_1")).toContain('"Claire Morvan"');
    expect(write("usr_gone")).toContain('"Ancien membre"');
    expect(write(null)).not.toContain("Ancien membre");
    expect(write(null).trimEnd().endsWith('"2026-11-02";"2026-11-24"')).toBe(true);
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
      NAMES,
    );
    expect(line.match(/"'=cmd/g)).toHaveLength(6);
    expect(line).not.toContain('"=cmd');
  });
});
