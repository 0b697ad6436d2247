import type { boardSettle as fr } from "../fr/board-settle.ts";
import type { Texts } from "../texts.ts";

/** Words of what is left to settle on a board: replaced values, refused texts. */
export const boardSettle = {
  title: "To settle",
  lead: "Nothing is lost: here is what your changes replaced, what others replaced without having seen it, and what the board did not take.",
  replaced: (field: string) => `“${field}”: two values`,
  mine: "Yours",
  theirs: (by) => (by ? `${by}’s, which it replaced` : "The one it replaced"),
  standing: "On the board now",
  shown: "shown",
  leaveBoard: "Leave the board as it is",
  deletedUnseen: (by: string) =>
    by
      ? `${by} deleted this card without having seen what you had written on it.`
      : "This card was deleted by somebody who had not seen what you had written on it.",
  deletedBy: (by: string) => `Card deleted by ${by} meanwhile. Restore it to change it.`,
  restoreCard: "Restore the card",
  leaveDeleted: "Leave it deleted",
  replacing: (by) => (by ? `${by}’s, which replaced it` : "The one that replaced it"),
  leave: "Leave the other",
  takeBack: "Restore yours",
  keepMine: "Keep yours",
  giveBack: "Restore the other",
  gone: "Card gone",
  written: "What you wrote",
  board: "On the board",
  restore: "Restore the card and apply",
  again: "Try again",
  discard: "Discard",
  discarded: "Your text is discarded.",
  at: (when: string) => `Changed: ${when}`,
  unknown: "a card",
  copyText: "Copy the text",
} satisfies Texts<typeof fr>;
