import type { Mutant } from "./mutant.ts";

const tests = ["bench/faults/board.test.ts"];

/** Promises of boards that came with checklists, links, the archive and tag colours. */
export const BOARD_CARDS: readonly Mutant[] = [
  {
    name: "1 agreement: a snapshot leaves out the colours of tags",
    file: "durable-objects/board/catch-up.ts",
    find: "tags: i === 0 ? tags : [],",
    replace: "tags: [],",
    tests,
  },
  {
    name: "1 agreement: D1's lists go on showing what is archived",
    file: "worker/features/boards/project-board.ts",
    find: "archived: Number(card.archived),",
    replace: "archived: 0,",
    tests,
  },
  {
    name: "5 order: the lines of a list stay when it goes",
    file: "domain/boards/decide-parts.ts",
    find: "      out.items[id] = null;\n    }\n    delete now.checklists[list];",
    replace: "    }\n    delete now.checklists[list];",
    tests,
  },
  {
    name: "5 order: only one of two cards tells of their link",
    file: "domain/boards/decide-links.ts",
    find: "if (other) changes.unshift(",
    replace: "if (!other) changes.unshift(",
    also: {
      file: "domain/boards/decide-links.ts",
      find: 'entity: "card", id: other.id,',
      replace: 'entity: "card", id: op.other,',
    },
    tests,
  },
  {
    name: "10 undo: it looks at nobody's later value of a line",
    file: "domain/boards/decide-parts.ts",
    find: "return expected === versionOf(card, register);",
    replace: "return expected <= versionOf(card, register);",
    tests,
  },
  {
    name: "faults: a card of before checklists is read as it was stored",
    file: "domain/boards/whole.ts",
    find: "return { ...first, ...(stored as Card) };",
    replace: "return { ...(stored as Card) };",
    tests,
  },
  {
    name: "2 acknowledged ops: a refused text goes with its answer",
    file: "web/features/boards/sync/engine.ts",
    find: "keeper.drop(client, seqs, acked, notes)",
    replace: "keeper.drop(client, seqs, acked)",
    tests,
  },
];
