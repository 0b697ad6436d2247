import { expect, test } from "vitest";
import { cardOp, testId } from "#domain/boards/testing.ts";
import type { BoardPage, PagePlace } from "#worker/features/boards/board-rpc.ts";
import { boardPage } from "./export-copy.ts";
import { pushAs, testBoard } from "./testing.ts";

const comment = (n: number) => ({
  kind: "comment.create",
  comment: testId("cmt", n),
  card: testId("crd", 1),
  text: "é".repeat(50),
  mentions: [],
});

test("a board is read in pages, each record once, archived and deleted ones too", () => {
  const storage = testBoard();
  const cards = Array.from({ length: 30 }, (_, i) => cardOp(i + 1));
  pushAs(storage, "client_a", 1, [
    ...cards,
    ...Array.from({ length: 12 }, (_, i) => comment(i + 1)),
    { kind: "card.archive", card: testId("crd", 2) },
    { kind: "card.delete", card: testId("crd", 3) },
    { kind: "tag.color", tag: "Permis", color: "c3" },
  ]);
  const pages: BoardPage[] = [];
  let after: PagePlace | null = null;
  do {
    const page: BoardPage = boardPage(storage, after, 2000);
    pages.push(page);
    after = page.next;
  } while (after);
  expect(pages.length).toBeGreaterThan(8);
  const ids = (list: "cards" | "comments") =>
    pages.flatMap((page) => page[list].map(({ id }) => id));
  expect(ids("cards")).toEqual(Array.from({ length: 30 }, (_, i) => testId("crd", i + 1)));
  expect(ids("comments")).toEqual(Array.from({ length: 12 }, (_, i) => testId("cmt", i + 1)));
  expect(pages.flatMap(({ columns }) => columns)).toHaveLength(3);
  expect(pages.flatMap(({ tags }) => tags)).toMatchObject([{ id: "Permis", color: "c3" }]);
  // One that is longer than a page comes alone.
  expect(boardPage(storage, null, 1).cards).toHaveLength(1);
});
