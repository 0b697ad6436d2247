import { expect, it } from "vitest";
import { othersOnline } from "./others-online.ts";

const at = (userId: string, name: string, place: string) => ({ userId, name, place });

it("shows everybody else once, by name, whatever the number of their pages", () => {
  const people = [
    at("usr_2", "Thomas", "/"),
    at("usr_1", "Claire", "/"),
    at("usr_3", "Élodie", "/clients"),
    at("usr_2", "Thomas", "/boards"),
  ];
  expect(othersOnline(people, "usr_1").map(({ name }) => name)).toEqual(["Élodie", "Thomas"]);
});
