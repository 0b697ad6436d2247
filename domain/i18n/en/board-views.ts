import type { boardViews as fr } from "../fr/board-views.ts";
import type { Texts } from "../texts.ts";

export const boardViews = {
  layout: "View as",
  layouts: { board: "Board", table: "Table", calendar: "Calendar" },
  filter: {
    client: "Client",
    due: "Due date",
    noClient: "No client",
    state: "State",
    blocking: { blocked: "Blocked", free: "Not blocked" },
    states: {
      late: "Overdue",
      today: "Today",
      week: "Within 7 days",
      later: "Later",
      none: "No due date",
    },
  },
  lanes: {
    menu: (by: string) => `Lanes: ${by.toLowerCase()}`,
    by: {
      none: "None",
      assignee: "Assignee",
      priority: "Priority",
      client: "Client",
      tag: "Tag",
    },
    without: { assignee: "Nobody", client: "No client", tag: "No tag" },
    more: (n: number) => (n === 1 ? "Show 1 more card" : `Show ${n} more cards`),
    carried: (lane: string, column: string, at: number, of: number) =>
      `Lane ${lane}, column ${column}, position ${at} of ${of}.`,
    dropped: (card: string, lane: string, column: string, at: number) =>
      `${card} dropped in ${lane}, ${column}, position ${at}.`,
  },
  transfer: {
    open: "To another board…",
    title: (n: number) => (n === 1 ? "Card to another board" : `${n} cards to another board`),
    moveBody: (n: number) =>
      n === 1
        ? "The card moves there with its comments, files, checklists and links. Its history stays here, with the archived original."
        : "The cards move there with their comments, files, checklists and links. Their history stays here, with the archived originals.",
    copyBody: (n: number) =>
      n === 1
        ? "The card is made there with its files and checklists, and stays here with its comments."
        : "The cards are made there with their files and checklists, and stay here with their comments.",
    goThere: "Open",
    board: "Board",
    way: "Action",
    move: "Move",
    copy: "Copy",
    none: "There is no other board that you can write to.",
    moved: (n: number, board: string) =>
      n === 1 ? `The card moved to ${board}.` : `${n} cards moved to ${board}.`,
    copied: (n: number, board: string) =>
      n === 1 ? `The card was copied to ${board}.` : `${n} cards were copied to ${board}.`,
    refused: (board: string) => `${board} did not take the card: it stays here.`,
    stays: (n: number, board: string) =>
      n === 1
        ? `Somebody changed the card on ${board} meanwhile: it stays there as well.`
        : `Somebody changed ${n} cards on ${board} meanwhile: they stay there as well.`,
    unmoved: (board: string) =>
      `${board} did not take the card again or can’t be reached: it stays here.`,
    later: (board: string) =>
      `${board} can’t be reached. This will happen once it can; nothing is lost.`,
  },
  saved: {
    menu: "Views",
    mine: "My views",
    shared: "Shared views",
    all: "Whole board",
    saveAs: "Save as a view…",
    saveTitle: "Save the view",
    saveBody: "Layout, filters, lanes and order are kept under this name.",
    name: "Name of the view",
    share: "Share with the whole company",
    update: (name: string) => `Update “${name}”`,
    rename: "Rename or share…",
    renameTitle: "Rename the view",
    byDefault: "Open the board with this view",
    remove: "Delete the view",
    removed: (name: string) => `The view “${name}” was deleted.`,
    updated: (name: string) => `The view “${name}” is up to date.`,
    changed: "changed",
    default: "default",
  },
  table: {
    label: "Cards of the board",
    columns: "Columns",
    reset: "Reset columns",
    open: (title: string) => `Open ${title}`,
    fields: {
      reference: "Ref.",
      title: "Title",
      column: "Column",
      priority: "Priority",
      assignees: "Assignees",
      client: "Client",
      due: "Due date",
      tags: "Tags",
      createdAt: "Created",
      updatedAt: "Changed",
    },
    empty: "No cards",
    emptyBody: "Add a first card: it shows here as it does on the board.",
    noMatch: "No card matches",
    noMatchBody: "Remove a filter to see more.",
    noDate: (text: string) => `“${text}” is not a date.`,
  },
  calendar: {
    label: "Due dates",
    span: "Time shown",
    spans: { month: "Month", week: "Week" },
    today: "Today",
    previous: { month: "Previous month", week: "Previous week" },
    next: { month: "Next month", week: "Next week" },
    more: (n: number) => `${n} more`,
    less: "Show less",
    day: (date: string, n: number) =>
      `${date}, ${n === 0 ? "no cards" : n === 1 ? "1 card" : `${n} cards`}`,
    add: (date: string) => `Add a card for ${date}`,
    tray: "No due date",
    trayEmpty: "Every card has a due date.",
    trayHint: "Drop a card here to clear its due date.",
    show: "Show cards without a due date",
    lifted: (card: string) =>
      `${card} picked up. Arrows change the day, Delete clears the due date, Enter drops, Escape cancels.`,
    carried: (date: string) => date,
    dropped: (card: string, date: string) => `${card}: due ${date}.`,
    undated: (card: string) => `${card} no longer has a due date.`,
    cancelled: (card: string) => `${card} keeps its due date.`,
  },
} satisfies Texts<typeof fr>;
