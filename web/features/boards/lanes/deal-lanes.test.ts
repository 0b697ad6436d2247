import { describe, expect, it } from "vitest";
import { testCard } from "#domain/boards/testing.ts";
import { dealLanes, laneChange, lanesOf, orderLanes } from "./deal-lanes.ts";

describe("lanesOf", () => {
  it("is one row for each of its people or tags, and the row without any for none", () => {
    const card = testCard({ assigneeIds: ["usr_1", "usr_2"], tags: [], priority: "high" });
    expect(lanesOf(card, "assignee")).toEqual(["usr_1", "usr_2"]);
    expect(lanesOf(card, "tag")).toEqual(["nobody"]);
    expect(lanesOf(card, "priority")).toEqual(["high"]);
    expect(lanesOf(card, "client")).toEqual(["nobody"]);
  });
});

describe("dealLanes", () => {
  it("keeps the column's order in every row", () => {
    const cards = [
      testCard({ id: "a", columnId: "col_1", tags: ["EXE", "Visa"] }),
      testCard({ id: "b", columnId: "col_1", tags: ["EXE"] }),
      testCard({ id: "c", columnId: "col_2", tags: ["EXE"] }),
    ];
    const dealt = dealLanes(cards, "tag");
    expect(dealt.get("EXE")?.get("col_1")).toEqual(["a", "b"]);
    expect(dealt.get("EXE")?.get("col_2")).toEqual(["c"]);
    expect(dealt.get("Visa")?.get("col_1")).toEqual(["a"]);
  });
});

describe("orderLanes", () => {
  it("goes by weight for priorities, by name for the rest, and ends with what has no value", () => {
    expect(orderLanes([], "priority", String)).toEqual(["urgent", "high", "medium", "low", "none"]);
    const names: Record<string, string> = { usr_1: "Zoé", usr_2: "Élie" };
    expect(orderLanes(["nobody", "usr_1", "usr_2"], "assignee", (key) => names[key] ?? "")).toEqual(
      ["usr_2", "usr_1", "nobody"],
    );
  });
});

describe("laneChange", () => {
  const card = testCard({ id: "a", assigneeIds: ["usr_1", "usr_2"], tags: ["EXE"] });
  const op = { kind: "card.update", card: "a" };
  it("replaces the person of the row that was left, and keeps the others", () => {
    expect(laneChange(card, "assignee", "usr_1", "usr_3")).toEqual({
      ...op,
      set: {},
      assignees: { add: ["usr_3"], remove: ["usr_1"] },
    });
    expect(laneChange(card, "assignee", "usr_1", "usr_2")).toEqual({
      ...op,
      set: {},
      assignees: { add: [], remove: ["usr_1"] },
    });
  });
  it("takes all of them for the row without any, and gives the first to a card without", () => {
    expect(laneChange(card, "assignee", "usr_1", "nobody")).toMatchObject({
      assignees: { add: [], remove: ["usr_1", "usr_2"] },
    });
    expect(laneChange(testCard(), "tag", "nobody", "Visa")).toMatchObject({
      tags: { add: ["Visa"], remove: [] },
    });
  });
  it("sets a priority or client, and nothing where nothing changes", () => {
    expect(laneChange(card, "priority", "none", "urgent")).toEqual({
      ...op,
      set: { priority: "urgent" },
    });
    expect(laneChange(card, "client", "nobody", "cli_1")).toEqual({
      ...op,
      set: { clientId: "cli_1" },
    });
    expect(laneChange(card, "client", "cli_1", "nobody")).toBeNull();
    expect(laneChange(card, "tag", "EXE", "EXE")).toBeNull();
  });
});
