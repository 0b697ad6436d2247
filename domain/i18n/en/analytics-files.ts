import type { analyticsFiles as fr } from "#domain/i18n/fr/analytics-files.ts";
import type { Texts } from "#domain/i18n/texts.ts";

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const analyticsFiles = {
  sheet: "Sheet",
  list: "List",
  typed: "The file itself tells its columns and their types.",
  locked: "This file is protected",
  lockedBody: "Take its password off in the program that wrote it, then drop it again.",
  damaged: "This file is damaged or incomplete",
  damagedBody: "Its end is missing, or it isn’t what its name says. Export it again.",
  tooLargeBody:
    "A workbook or JSON has to fit in memory at once. Save the same data as CSV or Parquet.",
  pasted: (day) => `Pasted ${day}`,
  rename: "Rename…",
  renamed: (name) => `Renamed “${name}”`,
  notPasted: "What was pasted isn’t a table. Copy cells of a spreadsheet or of a page.",
  waiting: (count, names) =>
    `${plural(count, "Another file is waiting", `${count} other files are waiting`)}: ${names}`,
  next: (name: string) => `Go on with “${name}”`,
  together: "Make one table of them, with a column for the name of the file",
  oneByOne: "Their columns differ: they are read one after the other.",
  file: "File",
  edit: "Change how it is read…",
  editTitle: (name) => `Change how ${name} is read`,
  editing: "Reading and steps",
  editSave: "Save",
  editSaved: (count, rows) => `Read anew: ${rows} ${plural(count, "row", "rows")}`,
  editAll: (_count, files) =>
    `The steps hold for all ${files} files. The preview shows them together.`,
  editShared: "What you save holds for everybody who reads this file.",
  elsewhere: "This file is on another device: how it is read is changed where it is.",
  replace: "Replace the file…",
  append: "Add rows from a file…",
  replaceTitle: (name) => `Replace ${name}`,
  appendTitle: (name) => `Add rows to ${name}`,
  replaceNow: "Replace",
  appendNow: (count, rows) => `Add ${rows} ${plural(count, "row", "rows")}`,
  twice: (name) => `This file is in already, as “${name}”: its rows would count twice.`,
  rowsRead: (count, rows) => `${rows} ${plural(count, "row", "rows")} read`,
  moved: (from, to) => `${from} → ${to}`,
  sameColumns: "The columns are the same.",
  changedColumns: "What changes in the columns",
  added: (columns) => `New: ${columns}`,
  gone: (columns) => `Missing: ${columns}`,
  retyped: (column, from, to) =>
    `Other type: ${column}, ${from.toLowerCase()} before, ${to.toLowerCase()} now`,
  asked: (columns) => `Your query uses ${columns}. It is kept, but may no longer fit.`,
  affected: "What will no longer fit",
  affectedHint: "Nothing is deleted: each can be corrected afterwards.",
  affectedKinds: { question: "Question", widget: "Dashboard", model: "Data model" },
  affectedReasons: {
    gone: "can no longer be computed",
    kind: "reads a column whose type changes",
  },
  withOrigin: "Add a column with the name of the file",
  originColumn: "file",
  changed: (count, rows) => `${rows} ${plural(count, "row", "rows")} in all, your queries are kept`,
} satisfies Texts<typeof fr>;
