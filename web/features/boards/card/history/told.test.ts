import { expect, test } from "vitest";
import type { CardChange } from "#domain/boards/comments-api.ts";
import { toldEntries } from "./told.ts";

let id = 9;
const entry = (
  action: string,
  seconds: number,
  field = "title",
  after: unknown = "x",
): CardChange => ({
  id: (id -= 1),
  at: new Date(Date.UTC(2026, 10, 22, 8, 0, seconds)).toISOString(),
  actorId: "usr_1",
  actorName: "Claire",
  action,
  changes: [{ field, before: null, after }],
  outside: null,
});

test("a card that came from another board is told in one line, and what was done since", () => {
  const since = entry("card.update", 40);
  const came = entry("card.create", 1, "cameFrom", "brd_1/crd_1");
  const all = [
    since,
    entry("card.bring", 5),
    entry("card.bring", 5),
    entry("card.link", 1),
    entry("card.update", 1, "checklists", ""),
    came,
  ];
  expect(toldEntries(all)).toEqual([since, came]);
});

test("one that came before this was noted says once that things came along; watching is not told", () => {
  const [first, second, made] = [
    entry("card.bring", 5),
    entry("card.bring", 4),
    entry("card.create", 1),
  ];
  expect(toldEntries([entry("card.watch", 9), first, second, made])).toEqual([second, made]);
});
