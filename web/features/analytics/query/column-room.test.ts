import { expect, it } from "vitest";
import { columnRoom } from "./column-room.ts";

const text = { name: "client", kind: "text" } as const;

it("gives a column the room of its longest text, of its name at least", () => {
  expect(columnRoom(text, ["Lyon", null])).toBe(columnRoom(text, []));
  expect(columnRoom(text, ["Groupe Vauban Promotion"])).toBeGreaterThan(columnRoom(text, ["Lyon"]));
  expect(columnRoom(text, ["x".repeat(500)])).toBe(320);
  expect(columnRoom({ ...text, name: "date_de_reglement" }, ["Lyon"])).toBeGreaterThan(180);
});

it("has a usual room where rows come and go, and for days", () => {
  expect(columnRoom(text, undefined)).toBe(200);
  expect(columnRoom({ name: "n", kind: "number" }, undefined)).toBe(130);
  expect(columnRoom({ name: "n", kind: "date" }, [0])).toBe(120);
});

it("gives figures the room of the longest, so that five short columns stand in a tile of half the width", () => {
  const amount = { name: "montant", kind: "number" } as const;
  expect(columnRoom(amount, [13_266.5])).toBeLessThan(columnRoom(amount, [1_234_567_890.25]));
  const columns = ["office", "kind", "missions", "hours", "amount"];
  const kinds = ["text", "text", "integer", "integer", "number"] as const;
  const cells = ["Grenoble", "Expertise", 21, 182, 21_233.5];
  const all = columns.map((name, at) =>
    columnRoom({ name, kind: kinds[at] ?? "text" }, [cells[at] ?? null]),
  );
  expect(all.reduce((sum, one) => sum + one, 0)).toBeLessThan(560);
});
