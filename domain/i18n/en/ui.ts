import type { ui as fr } from "../fr/ui.ts";
import type { Texts } from "../texts.ts";

/** Generic words of the design system. */
export const ui = {
  close: "Close",
  cancel: "Cancel",
  closeAgain: "What you typed is not saved. Close once more to discard it.",
  leaving: {
    title: "Leave without saving?",
    body: "What you changed on this page isn’t saved yet.",
    leave: "Leave without saving",
    stay: "Stay on the page",
  },
  save: "Save",
  remove: "Remove",
  clear: "Clear",
  copy: "Copy",
  copied: "Copied",
  undo: "Undo",
  undone: "Undone",
  retry: "Try again",
  loading: "Loading",
  required: "required",
  more: "More actions",
  search: "Search",
  noResult: "No results",
  none: "None",
  choose: "Choose",
  previous: "Previous",
  next: "Next",
  deleteKey: "Del",
  escapeKey: "Esc",
  notifications: "Notifications",
  request: "Request",
  password: {
    show: "Show password",
    hide: "Hide password",
    capsLock: "Caps Lock is on",
  },
  priority: {
    none: "No priority",
    low: "Low priority",
    medium: "Medium priority",
    high: "High priority",
    urgent: "Urgent",
  },
  presence: {
    online: "online",
    away: "away",
  },
  people: {
    self: (name) => `${name} (you)`,
    more: (count) => (count === 1 ? "1 other person" : `${count} other people`),
  },
  saveState: {
    saved: "Saved",
    saving: (count) => (count > 1 ? `Saving ${count} changes…` : "Saving…"),
    offline: (count) => (count > 0 ? `Offline – ${count} to send` : "Offline"),
    lost: (count) =>
      count > 0
        ? `Connection lost, trying again… ${count} to send`
        : "Connection lost, trying again…",
    conflict: (count) => (count > 1 ? `${count} conflicts to settle` : "1 conflict to settle"),
    failed: "Not saved",
  },
  offline: {
    now: "Offline.",
    since: (duration) => `Offline for ${duration}.`,
    pending: (count, time) =>
      count > 1
        ? `Data from ${time}, ${count} changes waiting.`
        : count === 1
          ? `Data from ${time}, 1 change waiting.`
          : `Data from ${time}, nothing waiting.`,
    see: (count) => `See all ${count}`,
  },
  error: {
    title: "Couldn’t load the list",
    safe: "Your changes are kept on this device and will be sent on their own.",
  },
  filter: {
    add: "Filter",
    remove: (field) => `Remove the ${field} filter`,
  },
  slideOver: {
    resize: "Panel width",
  },
  live: {
    changedBy: (name, age) => `Changed by ${name} ${age} ago`,
  },
  grid: {
    selectAll: "Select all",
    selectRow: (name) => `Select ${name}`,
    columns: "Columns",
    sortAscending: "Sort ascending",
    sortDescending: "Sort descending",
    noSort: "Don’t sort",
    hide: "Hide column",
    moveLeft: "Move left",
    moveRight: "Move right",
    wider: "Make wider",
    narrower: "Make narrower",
    resize: (column) => `Width of the ${column} column`,
    menu: (column) => `${column} column`,
    saveKey: "save",
    nextKey: "next",
    cancelKey: "cancel",
    rows: (shown, total) => `${shown} of ${total}`,
  },
  palette: {
    title: "Search or run",
    move: "move",
    open: "open",
    actions: "more actions",
    commands: "commands only",
    people: "people",
    removeContext: (context) => `Remove ${context}`,
    results: (count) => (count === 1 ? "1 result" : `${count} results`),
  },
  date: {
    open: "Open the calendar",
    previousMonth: "Previous month",
    nextMonth: "Next month",
    today: "Today",
    words: "tomorrow, friday, 3/12, +3d",
    notWords: "Type a date such as “tomorrow”, “3/12” or “in 3 days”.",
    invalid: (like) => `That date doesn’t exist. Write it like ${like}.`,
    letters: { day: "dd", month: "mm", year: "yyyy" },
    week: "Week",
  },
  combobox: {
    open: "Open the list",
    create: (text) => `Create “${text}”`,
    remove: (name) => `Remove ${name}`,
  },
  theme: {
    label: "Appearance",
    system: "System",
    light: "Light",
    dark: "Dark",
  },
  language: {
    label: "Language",
    fr: "Français",
    en: "English",
  },
} satisfies Texts<typeof fr>;
