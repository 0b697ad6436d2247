import type { boards as fr } from "../fr/boards.ts";
import type { Texts } from "../texts.ts";

/** Words of boards: first columns, priorities, refusals, state of the link. */
export const boards = {
  columns: {
    backlog: "Backlog",
    todo: "To do",
    doing: "In progress",
    review: "Review",
    done: "Done",
  },
  priorities: {
    none: "None",
    low: "Low",
    medium: "Medium",
    high: "High",
    urgent: "Urgent",
  },
  colors: {
    c1: "Teal",
    c2: "Orange",
    c3: "Brick",
    c4: "Blue",
    c5: "Plum",
    c6: "Olive",
    c7: "Mint",
    c8: "Gray",
  },
  picture: "Picture",
  relations: { blocks: "Blocks", blocked_by: "Blocked by", relates: "Related to" },
  refused: {
    invalid: "This change isn’t valid. Reload the page.",
    too_large: "This text is too long for a card. Shorten it or attach a file.",
    forbidden: "Your role doesn’t allow this change.",
    archived: "This board is archived. Restore it to change it.",
    card_gone: "This card no longer exists.",
    card_deleted: "This card was deleted in the meantime. Restore it to change it.",
    column_gone: "This column was deleted or archived meanwhile.",
    comment_gone: "This comment no longer exists.",
    wip_limit:
      "This column is full: its card limit is reached. Nothing is lost: choose another column or raise the limit.",
    column_last: "A board keeps at least one column.",
    column_not_empty: "Choose where the cards of this column go.",
    too_many: "The limit is reached.",
    description_conflict:
      "Someone changed the same lines. Your text is kept as a draft: compare the two.",
  },
  link: {
    connecting: "Connecting…",
    saved: "Saved",
    saving: "Saving…",
    offline: (count) =>
      count === 0
        ? "Offline"
        : count === 1
          ? "Offline: 1 change waiting"
          : `Offline: ${count} changes waiting`,
    reload: "A new version is available. Reload the page.",
    forbidden: "You no longer have access to this board.",
    unstored: "This browser doesn’t keep changes made offline.",
  },
} satisfies Texts<typeof fr>;
