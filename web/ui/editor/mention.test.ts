import { expect, test } from "vitest";
import { callAt, matching, mentionsIn } from "./mention.ts";

const people = [
  { id: "usr_1", name: "Thomas Girard" },
  { id: "usr_2", name: "Solène Le Goff" },
  { id: "usr_3", name: "Anne-Laure Petit" },
];
const names = (typed: string) => matching(people, typed).map(({ id }) => id);
const at = (text: string) => callAt(text, text.length);

test("a name is called where an @ begins a word", () => {
  expect(at("Vu avec @Tho")).toEqual({ at: 8, typed: "Tho" });
  expect(at("@")).toEqual({ at: 0, typed: "" });
  expect(at("(@Solène Le")).toEqual({ at: 1, typed: "Solène Le" });
  expect(at("claire@morvan")).toBeNull();
  expect(at("@ rien")).toBeNull();
  expect(at("@Tho\nencore")).toBeNull();
});

test("words are found at the beginning of names, without accents", () => {
  expect(names("sol")).toEqual(["usr_2"]);
  expect(names("Goff Sol")).toEqual(["usr_2"]);
  expect(names("laure")).toEqual(["usr_3"]);
  expect(names("")).toHaveLength(3);
  expect(names("zoé")).toEqual([]);
});

test("only names that still stand in the text are called", () => {
  const [thomas, solene] = people;
  expect(mentionsIn("@Thomas Girard, regarde", people)).toEqual([thomas]);
  expect(mentionsIn("@Solène Le Goff @Solène Le Goff", [...people, ...people])).toEqual([solene]);
  expect(mentionsIn("Thomas Girard", people)).toEqual([]);
});
