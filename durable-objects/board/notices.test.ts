import { expect, test } from "vitest";
import type { Change, Inverse } from "#domain/boards/changes.ts";
import { noticesOf } from "./notices.ts";

const person = (id: string) => ({ id, name: "Tom" });
const comment = (mentions: string[], watcherIds: string[]): Change[] => [
  {
    entity: "comment",
    id: "cmt_1",
    set: { cardId: "crd_1", text: "Vu", mentions: mentions.map(person), createdAt: "x" },
  },
  { entity: "card", id: "crd_1", set: { comments: 1, watcherIds }, quiet: true },
];

test("a comment tells whom it mentions and who watches, each once, and never its author", () => {
  const told = noticesOf("usr_a", comment(["usr_b", "usr_a"], ["usr_a", "usr_b", "usr_c"]), []);
  expect(told).toEqual([
    { userId: "usr_b", kind: "mention", card: "crd_1", comment: "cmt_1" },
    { userId: "usr_c", kind: "comment", card: "crd_1", comment: "cmt_1" },
  ]);
});

test("an edit tells only whom it mentions anew", () => {
  const was = { mentions: [person("usr_b")], cardId: "crd_1" };
  const set = { text: "Revu", mentions: [person("usr_b"), person("usr_c")] };
  const change = { entity: "comment", id: "cmt_1", set, was: { cardId: "crd_1" } } as Change;
  const inverse = { entity: "comment", id: "cmt_1", set: was, versions: { text: 1 } } as Inverse;
  expect(noticesOf("usr_a", [change], [inverse])).toEqual([
    { userId: "usr_c", kind: "mention", card: "crd_1", comment: "cmt_1" },
  ]);
});

test("being given a card is told, keeping it is not, and giving it to oneself neither", () => {
  const set = { assigneeIds: ["usr_a", "usr_b", "usr_c"] };
  const change: Change = { entity: "card", id: "crd_1", set };
  const inverse: Inverse = {
    entity: "card",
    id: "crd_1",
    set: { assigneeIds: ["usr_b"] },
    versions: { assigneeIds: 1 },
  };
  expect(noticesOf("usr_a", [change], [inverse])).toEqual([
    { userId: "usr_c", kind: "assigned", card: "crd_1", comment: null },
  ]);
});

test("whoever is on a card that came from another board is told nothing anew; on a copy they are", () => {
  const set = { assigneeIds: ["usr_b"], title: "Note", createdAt: "x" };
  const made = (more: object): Change => ({
    entity: "card",
    id: "crd_1",
    set: { ...set, ...more },
  });
  expect(noticesOf("usr_a", [made({ cameFrom: "brd_2/crd_9" })], [])).toEqual([]);
  expect(noticesOf("usr_a", [made({})], [])).toHaveLength(1);
});
