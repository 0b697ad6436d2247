import { describe, expect, it } from "vitest";
import { testCard } from "#domain/boards/testing.ts";
import { dueState, isFiltering, NO_FILTER, NOBODY, passes } from "./filter.ts";

const card = testCard({
  number: 207,
  title: "Note de calcul sismique",
  priority: "urgent",
  tags: ["Structure"],
  assigneeIds: ["usr_1"],
});
const scene = (words = "", done = false) => ({
  words,
  today: "2026-11-24",
  done,
  blocked: () => done,
});

describe("passes", () => {
  it("lets everything through without conditions", () => {
    expect(isFiltering(NO_FILTER)).toBe(false);
    expect(passes(card, NO_FILTER, scene())).toBe(true);
  });

  it("finds words in any order, without accents or case", () => {
    expect(passes(card, { ...NO_FILTER, text: "SISMIQUE note" }, scene())).toBe(true);
    expect(passes(card, { ...NO_FILTER, text: "tilleuls" }, scene("Résidence Les Tilleuls"))).toBe(
      true,
    );
    expect(passes(card, { ...NO_FILTER, text: "ec-207" }, scene("EC-207"))).toBe(true);
    expect(passes(card, { ...NO_FILTER, text: "radier" }, scene("EC-207"))).toBe(false);
  });

  it("asks for one of each list", () => {
    expect(passes(card, { ...NO_FILTER, assignees: ["usr_2"] }, scene())).toBe(false);
    expect(passes(card, { ...NO_FILTER, assignees: ["usr_2", "usr_1"] }, scene())).toBe(true);
    expect(passes(card, { ...NO_FILTER, priorities: ["low"] }, scene())).toBe(false);
    expect(passes(card, { ...NO_FILTER, tags: ["Structure", "EXE"] }, scene())).toBe(true);
  });

  it("knows cards of nobody", () => {
    const free = { ...card, assigneeIds: [] };
    expect(passes(free, { ...NO_FILTER, assignees: [NOBODY] }, scene())).toBe(true);
    expect(passes(card, { ...NO_FILTER, assignees: [NOBODY] }, scene())).toBe(false);
  });

  it("knows a client's cards, and those of none", () => {
    const ours = { ...card, clientId: "cli_1" };
    expect(passes(ours, { ...NO_FILTER, clients: ["cli_1"] }, scene())).toBe(true);
    expect(passes(card, { ...NO_FILTER, clients: ["cli_1"] }, scene())).toBe(false);
    expect(passes(card, { ...NO_FILTER, clients: [NOBODY] }, scene())).toBe(true);
  });

  it("asks how the due date stands; what is done is neither late nor soon", () => {
    const late = { ...card, dueOn: "2026-11-20" };
    expect(passes(late, { ...NO_FILTER, due: ["late"] }, scene())).toBe(true);
    expect(passes(late, { ...NO_FILTER, due: ["late"] }, scene("", true))).toBe(false);
    expect(passes(card, { ...NO_FILTER, due: ["none", "today"] }, scene())).toBe(true);
  });

  it("asks whether an open card keeps it from going on", () => {
    const blocked = { ...scene(), blocked: () => true };
    expect(passes(card, { ...NO_FILTER, state: ["blocked"] }, blocked)).toBe(true);
    expect(passes(card, { ...NO_FILTER, state: ["free"] }, blocked)).toBe(false);
    expect(passes(card, { ...NO_FILTER, state: ["blocked"] }, scene())).toBe(false);
    expect(passes(card, { ...NO_FILTER, state: ["blocked", "free"] }, scene())).toBe(true);
  });

  it("wants every condition together", () => {
    const both = { ...NO_FILTER, tags: ["Structure"], priorities: ["low" as const] };
    expect(passes(card, both, scene())).toBe(false);
    expect(isFiltering({ ...NO_FILTER, due: ["late"] })).toBe(true);
  });
});

describe("dueState", () => {
  it.each([
    ["2026-11-23", "late"],
    ["2026-11-24", "today"],
    ["2026-11-25", "week"],
    ["2026-12-01", "week"],
    ["2026-12-02", "later"],
    [null, "none"],
  ])("%s is %s", (date, state) => {
    expect(dueState(date, "2026-11-24", false)).toBe(state);
  });
});
