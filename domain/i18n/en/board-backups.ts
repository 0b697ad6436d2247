import type { boardBackups as fr } from "../fr/board-backups.ts";
import type { Texts } from "../texts.ts";

/** Backups of a board: a month of nights, and those that one asks for. */
export const boardBackups = {
  open: "Backups…",
  title: (board) => `Backups of “${board}”`,
  lead: "Each night, a board that changed is backed up. A backup is kept for thirty days.",
  make: "Back up now",
  made: "The board is backed up.",
  none: "No backup yet: the first one is made tonight.",
  list: "Backups",
  why: { night: "By night", asked: "On request", before: "Before a return" },
  holds: (cards, columns) =>
    `${cards} ${cards === 1 ? "card" : "cards"}, ${columns} ${columns === 1 ? "column" : "columns"}`,
  goBack: "Go back to it",
  goBackTo: (when) => `Go back to the board as of ${when}`,
  sure: (when) => `Go back to the board as of ${when}?`,
  sureLead:
    "Everybody will see the board as it was. It is backed up first as it is now, so that you can return. Cards created since will be among the deleted cards, where they can be restored.",
  confirm: "Go back to this backup",
  back: "Back",
  returned: (when) => `The board is back to how it was: ${when}.`,
  returnedBy: (who, when) => `${who} took the board back to how it was: ${when}.`,
  nothing: {
    undo: "Nothing to undo: the board went back to a backup since your last changes.",
    redo: "Nothing to redo: the board went back to a backup since your last changes.",
  },
} satisfies Texts<typeof fr>;
