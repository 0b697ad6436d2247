import { expect, it } from "vitest";
import { columnRoom } from "./column-room.ts";

const text = { name: "client", kind: "text" } as const;

it("gives a column the room of its longest text, of its name at least", () => {
  expect(columnRoom(text, ["Lyon", null])).toBe(columnRoom(text, []));
  expect(columnRoom(text, ["Groupe Vauban Promotion"])).toBeGreaterThan(columnRoom(text, ["Lyon"]));
  expect(columnRoom(text, ["x".repeat(500)])).toBe(320);
  expect(columnRoom({ ...text, name: "date_de_reglement" }, ["Lyon"])).toBeGreaterThan(180);
});

it("has a usual room where rows come and go, and for figures", () => {
  expect(columnRoom(text, undefined)).toBe(200);
  expect(columnRoom({ name: "n", kind: "number" }, [1, 2])).toBe(130);
});
