import type { Mutant } from "./mutant.ts";

const tests = ["bench/faults/board.test.ts"];

/** Promises of boards that came with comments and notifications. */
export const BOARD_TALK: readonly Mutant[] = [
  {
    name: "1 agreement: a deleted comment goes on being counted",
    file: "domain/boards/decide-comments.ts",
    find: "(card.comments ?? 0) + (deleted ? -1 : 1)",
    replace: "(card.comments ?? 0) + (deleted ? 0 : 1)",
    tests,
  },
  {
    name: "1 agreement: a page keeps an older reading of a comment",
    file: "domain/boards/changes.ts",
    find: "if (held && commentVersion(held) >= stamp.version) return held;",
    replace: "if (held) return held;",
    tests,
  },
  {
    name: "3 replays: people are told as often as an op is projected",
    file: "worker/features/boards/project-comments.ts",
    find: "source: `boards/${board}@${version}`,",
    replace: "source: `boards/${board}@${version}/${Math.random()}`,",
    tests,
  },
  {
    name: "9 rights: anybody changes anybody's comments",
    file: "domain/boards/decide-comments.ts",
    find: 'if (comment.authorId !== sender.userId) return reject("forbidden");',
    replace: "",
    tests,
  },
];
