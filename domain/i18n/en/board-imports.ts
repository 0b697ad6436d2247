import type { boardImports as fr } from "../fr/board-imports.ts";
import type { Texts } from "../texts.ts";

/** Imports of boards: the page, what the dry run shows, problems by row. */
export const boardImports = {
  title: "Import a board",
  open: "Import",
  lead: "Trello’s JSON export, a CSV from Notion or a spreadsheet, Aetheria’s JSON export. Nothing is created before you agree.",
  drop: "Drop a file here",
  choose: "Choose a file",
  other: "Choose another file",
  reading: "Reading the file…",
  sources: {
    trello: "Trello’s JSON export",
    notion: "Notion CSV",
    csv: "CSV",
    aetheria: "Aetheria’s JSON export",
  },
  how: {
    title: "How do I export my board?",
    trello:
      "Trello: board menu, then “Print, export, and share”, then “Export as JSON”. If a page of text opens, save it with the ending .json.",
    notion:
      "Notion: in the database, “…”, then “Export”, format “Markdown & CSV”. Unpack the archive that you get, then choose the .csv file.",
    csv: "Spreadsheet: “Save as”, format CSV. The first line names the columns: Title, Column, Priority, Due, Tags, Assignees, Client, Description.",
    aetheria:
      "Aetheria: board menu, then “Export as JSON”. It is the only export that is read back as a whole.",
  },
  faults: {
    several: "One board at a time: drop a single file.",
    unreadable:
      "This file could not be read: it is a folder, or it was moved or changed meanwhile. Choose it again.",
    empty: "This file is empty. Export the board again, then choose that new export.",
    too_large: "This file is over 64 MB. Export the board in several files.",
    workbook:
      "This is a spreadsheet’s workbook. Open it, save the sheet as CSV (“Save as”), then choose that CSV.",
    archive:
      "This is a compressed archive. Unpack it, then choose the .csv (Notion) or .json file that it holds.",
    document:
      "This is a document (PDF, Word…), not an export. Ask Trello for a JSON, Notion or your spreadsheet for a CSV.",
    page: "This is a web page, not an export: the link probably led to a sign-in page. Export the board from its menu.",
    picture:
      "This is a picture, not an export. Ask Trello for a JSON, Notion or your spreadsheet for a CSV.",
    not_text:
      "This file is neither JSON nor CSV. Choose the export of a board: .json for Trello, .csv for Notion or a spreadsheet.",
    not_json:
      "This is not valid JSON: the file is incomplete or damaged, or bears that name by mistake. Download it again, and leave it as it is.",
    unknown_json:
      "This JSON is no board: neither an export of Trello (it would have “lists” and “cards”) nor one of a board of Aetheria. Export the whole board from its menu.",
    organization:
      "This file is from the export of a whole organization, which is restored from the settings. Here, the export of a single board is needed.",
    newer:
      "This file is from a newer version of Aetheria. Update this Aetheria, or import it where it comes from.",
    bad_board:
      "This export of Aetheria was changed and can’t be read any more. Export the board again, or mend the field that is named here.",
    no_title_column:
      "No column holds the names of cards. The first line must name the columns, one of them “Name” or “Title”.",
    quote_open: "A quote is opened and never closed. Mend this line, then try again.",
    too_many: "This file holds more than 20,000 cards. Import it in several parts.",
  },
  found: (what: string) => `Found in this file: ${what}`,
  atLine: (row: string) => `Line ${row}:`,
  atColumn: (row: string, column: string) => `Line ${row}, column ${column}:`,
  target: "Destination",
  newBoard: "New board",
  boardTitle: "Name of the board",
  defaultTitle: "Imported board",
  copy: "New board from this one…",
  copyOf: (title: string) => `${title} (copy)`,
  bare: "Take the columns alone, without cards",
  archived: "Take what is archived as well, into the board’s archive",
  draft: {
    title: "What will be created",
    cards: (n: string, one: boolean) => (one ? "1 card" : `${n} cards`),
    columns: (n: string, one: boolean) => (one ? "1 column" : `${n} columns`),
    existing: "existing",
    inArchive: "in the archive",
    people: "People",
    matched: (name: string, member: string) => `${name}: ${member}`,
    unmatched: (name: string) => `${name}: no member of this name, mentioned in the description`,
    first: "First cards",
    none: "This file holds no cards.",
    taken: "Taken over",
    kept: "Kept as text, below descriptions",
    left: "Not taken over",
    nothingLeft: "Nothing is left out.",
    made: {
      checklists: (n: string, one: boolean) => (one ? "1 checklist" : `${n} checklists`),
      lines: (n: string, one: boolean) => (one ? "1 line of these" : `${n} lines of these`),
      comments: (n: string, one: boolean) =>
        one ? "1 comment, under its author’s name" : `${n} comments, under their authors’ names`,
      tags: (n: string, one: boolean) => (one ? "1 tag" : `${n} tags`),
      colors: (n: string, one: boolean) => (one ? "1 tag color" : `${n} tag colors`),
      covers: (n: string, one: boolean) => (one ? "1 cover" : `${n} covers`),
      people: (n: string, one: boolean) => (one ? "1 assignment" : `${n} assignments`),
      dates: (n: string, one: boolean) => (one ? "1 due date" : `${n} due dates`),
      repeats: (n: string, one: boolean) => (one ? "1 recurring card" : `${n} recurring cards`),
      links: (n: string, one: boolean) =>
        one ? "1 link between cards" : `${n} links between cards`,
      archivedCards: (n: string, one: boolean) =>
        one ? "1 archived card, in the archive" : `${n} archived cards, in the archive`,
      archivedColumns: (n: string, one: boolean) =>
        one ? "1 archived column, in the archive" : `${n} archived columns, in the archive`,
      templates: (n: string, one: boolean) =>
        one
          ? "1 card template, unless its name is taken"
          : `${n} card templates, except names already taken`,
    },
    below: {
      attachments: (n: string, one: boolean) =>
        one ? "1 link of an attachment" : `${n} links of attachments`,
      fields: (n: string, one: boolean) => (one ? "1 other field" : `${n} other fields`),
      lines: (n: string, one: boolean) =>
        one ? "1 checklist line too many" : `${n} checklist lines too many`,
      people: (n: string, one: boolean) => (one ? "1 unknown person" : `${n} unknown people`),
      tags: (n: string, one: boolean) => (one ? "1 tag too many" : `${n} tags too many`),
      dates: (n: string, one: boolean) => (one ? "1 mention of a date" : `${n} mentions of dates`),
      priorities: (n: string, one: boolean) =>
        one ? "1 unknown priority" : `${n} unknown priorities`,
      clients: (n: string, one: boolean) => (one ? "1 unknown client" : `${n} unknown clients`),
      titles: (n: string, one: boolean) =>
        one ? "1 title that is too long" : `${n} titles that are too long`,
    },
    lost: {
      archivedCards: (n: string, one: boolean) => (one ? "1 archived card" : `${n} archived cards`),
      archivedColumns: (n: string, one: boolean) =>
        one ? "1 archived column" : `${n} archived columns`,
      files: (n: string, one: boolean) =>
        one
          ? "1 file: the export does not hold its contents"
          : `${n} files: the export does not hold their contents`,
      pictures: (n: string, one: boolean) => (one ? "1 cover picture" : `${n} cover pictures`),
      comments: (n: string, one: boolean) =>
        one
          ? "1 comment that the file lacks, or too many"
          : `${n} comments that the file lacks, or too many`,
      links: (n: string, one: boolean) =>
        one
          ? "1 link to a card or note that is not there"
          : `${n} links to cards or notes that are not there`,
      watchers: (n: string, one: boolean) =>
        one
          ? "1 person watching a card: they watch it again themselves"
          : `${n} watchers of cards: they watch them again themselves`,
      history: (n: string, one: boolean) =>
        one ? "1 action of the history" : `${n} actions of the history`,
      templates: (n: string, one: boolean) =>
        one
          ? "1 card template that is unreadable or too many"
          : `${n} card templates that are unreadable or too many`,
    },
  },
  problems: {
    title: (n: string, one: boolean) => (one ? "1 remark" : `${n} remarks`),
    row: "Line",
    what: "Remark",
    value: "Text",
    more: (n: string) => `and ${n} more`,
    title_missing: "No title: the card will be called “Untitled”.",
    title_cut: "Title over 300 characters: cut, the whole text is in the description.",
    description_cut: "Description over 50,000 characters: its end is cut. Attach it as a file.",
    date_unread: "Unreadable date: left in the description. Write it as YYYY-MM-DD.",
    priority_unread: "Unknown priority: left in the description.",
    person_unknown:
      "Unknown person: mentioned in the description. Invite them, or assign the card later.",
    client_unknown:
      "Unknown client: mentioned in the description. Create it, or link the card later.",
    tags_many: "More than 20 tags: the others are in the description.",
    tag_cut: "Tag over 40 characters: cut.",
    line_cut: "Checklist line over 500 characters: cut, the whole text is in the description.",
    lines_many: "More than 20 checklists or 300 lines: the others are in the description.",
    comments_many: "More than 1,000 comments: the latest are not taken over.",
    repeat_unread: "Unreadable recurrence: the card will not come again by itself.",
    column_gone: "Its list is not taken: the card goes to the first column.",
  },
  sections: {
    checklist: "Checklist",
    attachments: "Attachments",
    fields: "Other fields",
    people: "People",
    tags: "Tags",
    due: "Due",
    dueDone: "Due date marked as done in Trello",
    start: "Start",
    priority: "Priority",
    client: "Client",
    title: "Title",
    untitled: "Untitled",
    somebody: "Someone",
  },
  go: "Import",
  sending: (done: string, total: string) => `Sending: ${done} of ${total} cards`,
  making: (done: string, total: string) => `${done} of ${total} cards`,
  taking: (done: string) => `${done} cards taken back`,
  progress: "Progress of the import",
  stay: "You may close this page once everything is sent: the import goes on.",
  cancel: "Cancel import",
  goOn: "Continue",
  undo: "Undo import",
  undoTitle: "Undo this import?",
  undoBody:
    "The cards that it created are deleted with their checklists and comments, except those that somebody changed or commented on since.",
  keep: "Keep",
  openBoard: "Open board",
  refused: (n: string, one: boolean) =>
    one ? "1 line refused by the board" : `${n} lines refused by the board`,
  kept: (n: string, one: boolean) =>
    one ? "1 card changed since, kept" : `${n} cards changed since, kept`,
  list: "Recent imports",
  none: "No imports yet.",
  states: {
    filling: "Sending was interrupted",
    running: "Running",
    done: "Done",
    cancelled: "Cancelled",
    undoing: "Being undone",
    undone: "Undone",
  },
  export: { json: "Export as JSON", csv: "Export as CSV" },
} satisfies Texts<typeof fr>;
