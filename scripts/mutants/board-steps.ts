import type { Mutant } from "./mutant.ts";

/** Promises about a person's own steps and values, which the tests beside them hold: the worlds tell nobody of notes. */
export const BOARD_STEPS: readonly Mutant[] = [
  {
    name: "notes: whose value somebody replaced is not told of it",
    file: "web/features/boards/sync/note.ts",
    find: "Object.entries(change.replaced ?? {}).filter(([, author]) => author === me)",
    replace: "Object.entries(change.replaced ?? {}).filter(([, author]) => author === by)",
    tests: ["web/features/boards/sync/note.test.ts"],
  },
  {
    name: "notes: one's own change is told as somebody else's",
    file: "web/features/boards/sync/note.ts",
    find: "if (by === me) return [];",
    replace: "",
    tests: ["web/features/boards/sync/note.test.ts"],
  },
  {
    name: "10 undo: what a template wrote on its card holds against the card's own undo",
    file: "domain/boards/undo.ts",
    find: "(isCreation(part) || !made.has(part.id)),",
    replace: "(isCreation(part) || made.size >= 0),",
    tests: ["web/features/boards/templates/undo-template.test.ts"],
  },
  {
    name: "10 undo: a template's card goes although somebody wrote on it",
    file: "domain/boards/decide-cards.ts",
    find: 'if (card.deleted || !holds(card, op.only)) return { outcome: "noop" };',
    replace: 'if (card.deleted) return { outcome: "noop" };',
    tests: ["web/features/boards/templates/undo-template.test.ts"],
  },
];
