import { describe, expect, it } from "vitest";
import { ClientChanges, ClientInput } from "./model.ts";

describe("ClientInput", () => {
  it("asks for the company alone, and trims and composes what is typed", () => {
    const client = ClientInput.parse({ company: " E\u0301tude " });
    expect(client).toMatchObject({
      company: "Étude",
      status: "prospect",
      stage: "new",
      size: null,
    });
  });

  it.each([
    { company: "" },
    { company: "A".repeat(201) },
    { company: "A\nB" },
    { company: "A", notes: "A\u0007" },
    { company: "A", notes: "A".repeat(20_001) },
    { company: "A", email: "a@" },
    { company: "A", phone: "\uD800" },
    { company: "A", estimatedMinor: Number.NaN },
    { company: "A", nextActionOn: "20/11/2026" },
    { company: "A", size: "XXL" },
    { company: "A", unknown: 1 },
  ])("refuses %j", (input) => {
    expect(ClientInput.safeParse(input).success).toBe(false);
  });

  it("takes several lines and tabs in notes", () => {
    const notes = "# Titre\n\n\t- point\n";
    expect(ClientInput.parse({ company: "A", notes }).notes).toBe(notes);
  });
});

describe("ClientChanges", () => {
  it("fills nothing in: what is not named stays as it is", () => {
    expect(ClientChanges.parse({ size: null })).toEqual({ size: null });
  });

  it("asks for at least one field", () => {
    expect(ClientChanges.safeParse({}).success).toBe(false);
  });
});
