import { describe, expect, it } from "vitest";
import type { Card } from "#domain/boards/model.ts";
import { dealt, testCard } from "#domain/boards/testing.ts";
import type { TableColumn } from "#domain/boards/view-config.ts";
import { sortCards } from "./sort.ts";

const scene = {
  columns: [...dealt(3, 0).columns.values()],
  nameOf: (id: string) => ({ usr_1: "Zoé", usr_2: "Élie" })[id] ?? "",
  clientOf: (id: string | null) => (id === null ? undefined : { cli_1: "Vauban" }[id]),
  compare: (a: string, b: string) => a.localeCompare(b, "fr", { numeric: true }),
};

function order(column: TableColumn, descending: boolean, ...cards: Partial<Card>[]) {
  const all = cards.map((more) => testCard(more));
  return sortCards(all, { column, descending }, scene).map(({ title }) => title);
}

describe("sortCards", () => {
  it("leaves the board's order without a column to sort by", () => {
    const cards = [testCard({ title: "b" }), testCard({ title: "a" })];
    expect(sortCards(cards, null, scene)).toBe(cards);
  });

  it("puts what has no value last, whichever way", () => {
    const cards = [
      { title: "none", dueOn: null },
      { title: "later", dueOn: "2026-12-01" },
      { title: "soon", dueOn: "2026-11-24" },
    ];
    expect(order("due", false, ...cards)).toEqual(["soon", "later", "none"]);
    expect(order("due", true, ...cards)).toEqual(["later", "soon", "none"]);
  });

  it("orders priorities by weight, words by the alphabet with numbers in order, people by name", () => {
    expect(
      order("priority", true, { title: "l", priority: "low" }, { title: "u", priority: "urgent" }),
    ).toEqual(["u", "l"]);
    expect(
      order("title", false, { title: "Lot 10" }, { title: "Lot 9" }, { title: "été" }),
    ).toEqual(["été", "Lot 9", "Lot 10"]);
    expect(
      order(
        "assignees",
        false,
        { title: "z", assigneeIds: ["usr_1"] },
        { title: "e", assigneeIds: ["usr_2"] },
      ),
    ).toEqual(["e", "z"]);
  });

  it("keeps equal ones as the board has them, and a card without a number is the newest", () => {
    expect(
      order("client", false, { title: "1", clientId: "cli_1" }, { title: "2", clientId: "cli_1" }),
    ).toEqual(["1", "2"]);
    expect(
      order("reference", false, { title: "new", number: null }, { title: "old", number: 4 }),
    ).toEqual(["old", "new"]);
  });
});
