import { describe, expect, it } from "vitest";
import type { Card } from "#domain/boards/model.ts";
import { isFiltering, NO_FILTER, NOBODY, passes } from "./filter.ts";

const card: Card = {
  id: "crd_1",
  number: 207,
  columnId: "col_1",
  rank: "a0",
  title: "Note de calcul sismique",
  description: "",
  priority: "urgent",
  dueOn: null,
  clientId: null,
  tags: ["Structure"],
  assigneeIds: ["usr_1"],
  createdBy: "usr_1",
  createdAt: "2026-11-24T09:00:00.000Z",
  updatedAt: "2026-11-24T09:00:00.000Z",
  deleted: false,
  born: 1,
  versions: {},
};

describe("passes", () => {
  it("lets everything through without conditions", () => {
    expect(isFiltering(NO_FILTER)).toBe(false);
    expect(passes(card, NO_FILTER, "")).toBe(true);
  });

  it("finds words in any order, without accents or case", () => {
    expect(passes(card, { ...NO_FILTER, text: "SISMIQUE note" }, "")).toBe(true);
    expect(passes(card, { ...NO_FILTER, text: "tilleuls" }, "Résidence Les Tilleuls")).toBe(true);
    expect(passes(card, { ...NO_FILTER, text: "ec-207" }, "EC-207")).toBe(true);
    expect(passes(card, { ...NO_FILTER, text: "radier" }, "EC-207")).toBe(false);
  });

  it("asks for one of each list", () => {
    expect(passes(card, { ...NO_FILTER, assignees: ["usr_2"] }, "")).toBe(false);
    expect(passes(card, { ...NO_FILTER, assignees: ["usr_2", "usr_1"] }, "")).toBe(true);
    expect(passes(card, { ...NO_FILTER, priorities: ["low"] }, "")).toBe(false);
    expect(passes(card, { ...NO_FILTER, tags: ["Structure", "EXE"] }, "")).toBe(true);
  });

  it("knows cards of nobody", () => {
    const free = { ...card, assigneeIds: [] };
    expect(passes(free, { ...NO_FILTER, assignees: [NOBODY] }, "")).toBe(true);
    expect(passes(card, { ...NO_FILTER, assignees: [NOBODY] }, "")).toBe(false);
  });
});
