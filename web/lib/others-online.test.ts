import { expect, it } from "vitest";
import { othersOnline, teamOnline } from "./others-online.ts";

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

it("counts of the team who is here, oneself among them and support not", () => {
  const people = [
    at("usr_2", "Thomas", "/"),
    at("usr_2", "Thomas", "/boards"),
    at("usr_9", "Support", "/"),
  ];
  const team = [{ userId: "usr_1" }, { userId: "usr_2" }, { userId: "usr_3" }];
  expect(teamOnline(people, "usr_1", team)).toBe(2);
  expect(teamOnline(people, "usr_9", team)).toBe(1);
});
