import { expect, test } from "vitest";
import { cardOf } from "#domain/boards/board-map.ts";
import type { CardChange } from "#domain/boards/comments-api.ts";
import type { Card } from "#domain/boards/model.ts";
import { dealt, testId } from "#domain/boards/testing.ts";
import { relinking, toldLink } from "./relinking.ts";

const card = cardOf(dealt(1, 2), testId("crd", 1)) as Card;
const [other, there, note] = [testId("crd", 2), testId("brd", 9), testId("not", 3)];
const away = `${there}/${other}`;
const known = { isHere: () => true, isLinkedFrom: () => false, mayReadNotes: true };
const outside = {
  boardTitle: "Chantier",
  reference: "CH-7",
  title: "Coulage",
  columnName: "À faire",
  category: "todo" as const,
  gone: false,
};

function entry(before: unknown, after: unknown = null): CardChange {
  const changes = [{ field: "links", before, after }];
  const head = { id: 1, at: "2026-11-21T10:00:00.000Z", actorId: "", actorName: "" };
  return { ...head, action: "card.link", changes, outside };
}
const blocks = (key: string) => ({ relation: "blocks", other: key });
const op = { kind: "card.link", card: card.id, relation: "blocks" };

test("a link that ended is made again from this card, whichever kept it", () => {
  expect(relinking(card, entry(blocks(other)), known)).toEqual({ ...op, other });
  expect(relinking(card, entry(blocks(away)), known)).toEqual({ ...op, other, board: there });
  const said = { relation: "relates", other: note };
  expect(relinking(card, entry(said), known)).toEqual({ ...op, other: note, relation: "relates" });
});

test("one that says something else by now says again what it did", () => {
  const linked: Card = { ...card, links: { [other]: "relates" } };
  const change = entry(blocks(other), { relation: "relates", other });
  expect(relinking(linked, change, known)).toEqual({ ...op, other });
});

test("nothing is offered for a link that was made, that is there, or that the other card keeps", () => {
  expect(relinking(card, entry(null, blocks(other)), known)).toBeNull();
  const linked: Card = { ...card, links: { [away]: "blocks" } };
  expect(relinking(linked, entry(blocks(away)), known)).toBeNull();
  const isLinkedFrom = (key: string) => key === away;
  expect(relinking(card, entry(blocks(away)), { ...known, isLinkedFrom })).toBeNull();
});

test("nothing is offered where there is nothing to link with, or nobody knows with what", () => {
  expect(relinking(card, entry(blocks(other)), { ...known, isHere: () => false })).toBeNull();
  expect(relinking(card, { ...entry(blocks(away)), outside: null }, known)).toBeNull();
  const said = { relation: "relates", other: note };
  expect(relinking(card, entry(said), { ...known, mayReadNotes: false })).toBeNull();
  expect(relinking(card, entry("blocks"), known)).toBeNull();
  expect(relinking(card, { ...entry(blocks(other)), action: "card.update" }, known)).toBeNull();
});

test("rows of before told the relation alone", () => {
  expect(toldLink("blocks")).toEqual({ relation: "blocks", other: null });
  expect(toldLink(null)).toBeNull();
  expect(toldLink({ relation: "owns", other })).toBeNull();
});
