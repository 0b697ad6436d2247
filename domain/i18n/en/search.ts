import type { search as fr } from "../fr/search.ts";
import type { Texts } from "../texts.ts";

/** Words of the palette’s commands and of record search. */
export const search = {
  placeholder: "Search or run",
  field: "Search",
  groups: {
    records: "Records",
    go: "Go to",
    actions: "Actions",
    people: "People",
  },
  kinds: {
    workspace: "Workspace",
    source: "Source",
    question: "Question",
    dashboard: "Dashboard",
    note: "Note",
    client: "Client",
    board: "Board",
    card: "Card",
  },
  open: "Open",
  copyLink: "Copy the link",
  newClient: "New client",
  newNote: "New note",
  newBoard: "New board",
  importCsv: "Import CSV",
  themeLight: "Switch to light",
  themeDark: "Switch to dark",
  themeSystem: "Follow the device",
  language: "Lire en français",
  signOut: "Sign out",
  switchTo: (organization) => `Switch to ${organization}`,
} satisfies Texts<typeof fr>;
