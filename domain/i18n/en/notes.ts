import type { notes as fr } from "../fr/notes.ts";
import type { Texts } from "../texts.ts";

/** Words of meeting notes. */
export const notes = {
  title: "Notes",
  new: "Note",
  fresh: (day: string) => `Meeting of ${day}`,
  search: "Search notes",
  filter: {
    client: "Client",
    anyClient: "All clients",
    from: "From",
    to: "To",
    clear: "Clear filters",
  },
  more: "Show more",
  count: (n: number) => (n === 1 ? "1 attendee" : `${n} attendees`),
  empty: {
    title: "No notes yet",
    body: "A note keeps what was said in a meeting: the date, the client, the people, and the decisions.",
  },
  none: { title: "No note matches", body: "Try other words or other dates." },
  fields: {
    title: "Title",
    heldOn: "Date",
    clientId: "Client",
    peopleIds: "Attendees",
    body: "Text",
  },
  titleNeeded: "A note needs a title.",
  noClient: "No client",
  nobody: "Nobody",
  unknownClient: "Deleted client",
  openClient: "Open",
  write: "Write the note…",
  edit: "Edit the text",
  done: "Done",
  noText: "This note has no text yet.",
  delete: "Delete note",
  deleted: (title: string) => `Note “${title}” deleted`,
  conflict: {
    title: "Two versions of the text",
    body: "Somebody changed the same lines. Nothing is lost: choose.",
    mine: "Yours",
    theirs: "The saved one",
    keepMine: "Keep mine",
    takeTheirs: "Take the other",
  },
  stopped: {
    title: "Your last changes are not saved",
    kept: "They stay on this device and go out with your next change.",
  },
  cards: {
    title: "Linked cards",
    add: "Link a card",
    card: "Card",
    none: "No card names this note.",
  },
  gone: {
    title: "This note no longer exists",
    body: "It was deleted, or the address is not right.",
    unsaved: "What you wrote that is not saved:",
    restore: "Restore the note",
    list: "All notes",
    copy: "Copy the text",
  },
} satisfies Texts<typeof fr>;
