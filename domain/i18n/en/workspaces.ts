import type { workspaces as fr } from "../fr/workspaces.ts";
import type { Texts } from "../texts.ts";

const plural = (count: number, one: string, many: string): string =>
  Math.abs(count) === 1 ? one : many;

export const workspaces = {
  title: "Analytics",
  spaces: "Workspaces",
  files: "Files on this device",
  new: "Workspace",
  newTitle: "New workspace",
  newBody: "A workspace holds data, questions, and dashboards.",
  create: "Create workspace",
  fromFile: "Create a workspace",
  fromFileBody: (organization) =>
    `People of ${organization} who see analyses will read the file’s name, its columns and the number of rows there. The rows themselves stay on this device.`,
  instead:
    "Or start from a file: the workspace is named after it. Your colleagues see that name and its columns, not its rows.",
  chooseFile: "Choose a file",
  name: "Name",
  description: "Description",
  more: "Show more",
  empty: {
    title: "Ask your data a question",
    body: "Drop a file: it is read in your browser, stays there, and answers your questions.",
    reader: "Nobody in your company has created a workspace yet.",
  },
  counts: {
    sources: (count: number, shown: string) => `${shown} ${plural(count, "source", "sources")}`,
    questions: (count: number, shown: string) =>
      `${shown} ${plural(count, "question", "questions")}`,
    dashboards: (count: number, shown: string) =>
      `${shown} ${plural(count, "dashboard", "dashboards")}`,
  },
  menu: (title: string) => `Actions for ${title}`,
  edit: "Rename and describe",
  editTitle: "Change workspace",
  save: "Save",
  delete: "Delete workspace",
  deleted: (title: string) => `Workspace “${title}” deleted`,
  gone: {
    title: "This workspace was deleted",
    body: "Its sources, questions, and dashboards can come back with it.",
    restore: "Restore workspace",
    list: "See workspaces",
  },
  recent: {
    dashboards: "Latest dashboards",
    questions: "Latest questions",
  },
  page: {
    ask: "Ask a question",
    askLead: "What would you like to know of this data?",
    questions: "Questions",
    dashboards: "Dashboards",
    noQuestions: "No saved questions.",
    noQuestionsBody: "A saved question keeps its SQL and chart, and is read again in one click.",
    noSourcesBody: "Drop a file anywhere on the page, or add a source.",
    noDashboards: "No dashboards.",
    createDashboard: "Create a dashboard",
    newDashboard: "New dashboard",
    verified: "Verified",
    deleteQuestion: "Delete question",
    questionDeleted: (title: string) => `Question “${title}” deleted`,
  },
  share: {
    open: "Share with the company…",
    title: (name: string) => `Share “${name}”`,
    lead: "This file will leave this device for your company’s server. You can take it back.",
    size: "Size",
    readers: "Who can read it",
    readersBody: (organization: string) => `Everybody at ${organization} who sees analyses.`,
    sent: "What is sent",
    sentBody: (file: string) =>
      `“${file}” as it is, and how it is read. Your other files stay here.`,
    confirm: "Share",
    stop: "Stop",
    sending: "Sending the file",
    done: (name: string) => `“${name}” shared with the company`,
    tooLarge: (size: string, most: string) =>
      `This file has ${size}: a shared file has at most ${most}.`,
    missing: "This file is not on this device: only whoever has it can share it.",
    undo: "Stop sharing",
    undoTitle: (name: string) => `Stop sharing “${name}”?`,
    undoLead:
      "The file is deleted from the server. Whoever does not have it on their device can no longer read it, nor the answers that depend on it.",
    undone: (name: string) => `“${name}” is no longer shared`,
    update: "Update the shared copy…",
    updateTitle: (name) => `Update the shared copy of ${name}`,
    updateLead:
      "The file of this device takes the place of the shared copy. The source, its name in SQL, questions and dashboards stay.",
    updateNow: "Update",
    updated: (name) => `Shared copy of ${name} updated`,
    updateMissing:
      "The file of this copy is not on this device: update it from the device that has it, or import it here first.",
    current: "The shared copy holds this content already: there is nothing to send.",
    revised:
      "How the shared copy is read was changed for everybody: the reading of this device’s file takes its place.",
    behind: "The file of this device has changed since it was shared.",
    behindOf: (name) =>
      `The shared copy of ${name} does not change with this file: it still holds what was there before.`,
    behindOpen: "Update…",
    behindOne: (name) => `Update the shared copy of ${name}`,
    copyLong: (organization) =>
      `A copy is on your company’s server: everybody at ${organization} who sees analyses reads it.`,
    copyIn: "Shared copy:",
    someLong: (organization) =>
      `Files marked “Shared with the company” have a copy on the server, which everybody at ${organization} who sees analyses reads. The others stay on this device.`,
  },
  joins: {
    title: "Suggested joins",
    lead: "A join you accept goes into the data model, and questions use it.",
    pair: (from, to) => `${from} and ${to}`,
    some: (found, rows, from, to) =>
      `${found} of ${rows} rows of “${from}” find their row in “${to}”.`,
    all: (rows, from, to) => `All ${rows} rows of “${from}” find their row in “${to}”.`,
    unmeasured: (from, to) =>
      `Going by names; still to check on the rows of “${from}” and “${to}”.`,
    kinds: {
      "one-to-one": "One row for one.",
      "many-to-one": "Several rows for one.",
      "one-to-many": "One row for several.",
      "many-to-many": "Several rows for several.",
    },
    use: "Use",
    useOne: (pair) => `Use the join between ${pair}`,
    check: "Check",
    checkOne: (pair) => `Check the join between ${pair}`,
    dismiss: (pair) => `Dismiss the join between ${pair}`,
    added: "Join added to the data model",
    dismissed: "Join dismissed",
  },
  sources: {
    title: "Data",
    add: "Add data",
    available: "Also available",
    addOne: (name: string) => `Add ${name}`,
    added: (name: string) => `“${name}” added to the workspace`,
    kinds: {
      device: "File",
      shared: "Shared with the company",
      organization: "Aetheria",
      connection: "Database",
    },
    own: { clients: "Clients", tasks: "Tasks", notes: "Notes" },
    info: (rows: number, shownRows: string, columns: number, shownColumns: string) =>
      `${shownRows} ${plural(rows, "row", "rows")} · ${shownColumns} ${plural(columns, "column", "columns")}`,
    columnsOnly: (columns: number, shown: string) =>
      `${shown} ${plural(columns, "column", "columns")}`,
    others: (count: number, shown: string) =>
      `${shown} ${plural(count, "more column", "more columns")}`,
    fewer: "Fewer columns",
    columnsOf: (name: string) => `Columns of ${name}`,
    stays: "Its rows stay off the server",
    staysLong:
      "Your colleagues see its name, its columns and the number of rows. The rows themselves don’t leave the device.",
    absent: "Not on this device",
    absentBody: (name: string) =>
      `Drop “${name}” here: its rows never left the device of whoever added it.`,
    absentNamed: (name: string, file: string) =>
      `“${name}” is not on this device: its file (“${file}”) is on the device of whoever added it. Drop it here, or ask them to share it.`,
    unreadNamed: (name: string) => `“${name}” could not be read here.`,
    cut: (name: string, count: number, rows: string) =>
      `“${name}” is incomplete: only its first ${plural(count, "row is", `${rows} rows are`)} read, and figures that come of it are partial. Narrow the source by a SQL query (WHERE, GROUP BY).`,
    bring: "Choose the file",
    loading: "Reading…",
    rowsSoFar: (count: number, shown: string) => `${shown} ${plural(count, "row", "rows")}`,
    stop: "Stop",
    stopOne: (name: string) => `Stop reading ${name}`,
    stopped: "Reading stopped.",
    resume: "Read again",
    failed: "Could not be read",
    unreadable: "This version can’t read this source yet.",
    retry: "Try again",
    menu: (name: string) => `Actions for ${name}`,
    rename: "Rename",
    renameTitle: "Rename source",
    table: "Name in SQL",
    tableHint: "Lowercase letters without accents, digits, and _; no digit first.",
    tableWrong: "Only lowercase letters without accents, digits, and _.",
    copyTable: "Copy name in SQL",
    remove: "Remove from workspace",
    removed: (name: string) => `“${name}” removed from the workspace`,
  },
} satisfies Texts<typeof fr>;
