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
  instead: "Or start from a file: the workspace is named after it.",
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
  page: {
    ask: "Ask a question",
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
    stays: "Stays on this device",
    absent: "Not on this device",
    absentBody: (name: string) =>
      `Drop “${name}” here: its rows never left the device of whoever added it.`,
    bring: "Choose the file",
    loading: "Reading…",
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
