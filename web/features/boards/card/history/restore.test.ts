import { expect, test } from "vitest";
import { cardOf } from "#domain/boards/board-map.ts";
import type { Card } from "#domain/boards/model.ts";
import { dealt, testId } from "#domain/boards/testing.ts";
import { restoring } from "./restore.ts";

const card: Card = {
  ...(cardOf(dealt(1, 1), testId("crd", 1)) as Card),
  tags: ["EXE", "Visa"],
  dueOn: "2026-12-01",
};
const update = { kind: "card.update", card: card.id };

test("an old value comes back as a change of its own field", () => {
  expect(restoring(card, "title", "Note de calcul")).toEqual({
    ...update,
    set: { title: "Note de calcul" },
  });
  expect(restoring(card, "dueOn", null)).toEqual({ ...update, set: { dueOn: null } });
});

test("lists come back item by item, so that what others added meanwhile is told apart", () => {
  expect(restoring(card, "tags", ["EXE", "Devis"])).toEqual({
    ...update,
    set: {},
    tags: { add: ["Devis"], remove: ["Visa"] },
  });
  expect(restoring(card, "tags", ["Visa", "EXE"])).toBeNull();
});

test("a picture is a cover again while it is on the card", () => {
  const file = { id: testId("fil", 1), name: "a.png", size: 9, type: "image/png", by: "", at: "" };
  expect(restoring({ ...card, files: [file] }, "cover", file.id)).toEqual({
    ...update,
    set: { cover: file.id },
  });
  expect(restoring({ ...card, files: [] }, "cover", file.id)).toBeNull();
});

test("nothing is offered where nothing would change, or where the value is none", () => {
  expect(restoring(card, "dueOn", "2026-12-01")).toBeNull();
  expect(restoring(card, "dueOn", "bientôt")).toBeNull();
  expect(restoring(card, "title", "")).toBeNull();
  expect(restoring(card, "rank", "a0")).toBeNull();
});
