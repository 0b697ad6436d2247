import { expect, test } from "vitest";
import { NoteChanges, NoteId, NoteInput } from "./model.ts";

const person = `usr_${"0".repeat(26)}`;
const held = { heldOn: "2026-11-22" };

test("takes a title and a day, and leaves the rest empty", () => {
  expect(NoteInput.parse({ title: "  Été ", ...held })).toEqual({
    title: "Été",
    ...held,
    clientId: null,
    peopleIds: [],
    body: "",
  });
});

test("keeps the lines of a text", () => {
  const body = "# Décisions\r\n\r\n- [ ] Relancer\n";
  expect(NoteInput.parse({ title: "A", ...held, body }).body).toBe(
    "# Décisions\n\n- [ ] Relancer\n",
  );
});

test.each([
  {},
  { title: "A" },
  { title: "  ", ...held },
  { title: "x".repeat(301), ...held },
  { title: "A", heldOn: "2026-02-30" },
  { title: "A", ...held, clientId: person },
  { title: "A", ...held, peopleIds: [person, person] },
  { title: "A", ...held, body: "A\u0000B" },
  { title: "A", ...held, id: "not_1" },
])("refuses %j", (input) => {
  expect(NoteInput.safeParse(input).success).toBe(false);
});

test("a change says something", () => {
  expect(NoteChanges.safeParse({}).success).toBe(false);
  expect(NoteChanges.safeParse({ body: "" }).success).toBe(true);
});

test("knows its own ids", () => {
  expect(NoteId.safeParse("not_01J00000000000000000000000").success).toBe(true);
  expect(NoteId.safeParse("cli_01J00000000000000000000000").success).toBe(false);
});
