import type { Texts } from "../texts.ts";
import type { dashboards as fr } from "../fr/dashboards.ts";

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** Words of dashboards. Numbers and dates come formatted. */
export const dashboards = {
  title: "Dashboard",
  actions: (unread) =>
    unread === 0
      ? "Dashboard actions"
      : `Dashboard actions, ${unread} unread ${plural(unread, "comment", "comments")}`,
  gone: {
    title: "This dashboard no longer exists",
    body: "It was deleted, or its workspace with it.",
    restore: "Restore the dashboard",
    list: "View the workspace",
  },
  delete: "Delete the dashboard",
  deleted: (title: string) => `Dashboard “${title}” deleted`,
  empty: {
    title: "This dashboard is empty",
    body: "Add a widget: a chart, a figure, a list or a text.",
  },
  clash: (title: string) =>
    `“${title}” was changed by somebody else at the same time. Their version is shown.`,
  insist: "Keep mine",
  filters: {
    reset: "Reset",
    label: "Filters of the dashboard",
    clicks: "From clicks",
    clear: (count: number) => (count < 2 ? "Clear" : count === 2 ? "Clear both" : "Clear all"),
    narrowed: (count: number) =>
      `Dashboard filtered by ${count} ${plural(count, "choice", "choices")} on charts`,
  },
  period: {
    presets: {
      all: "All dates",
      this_month: "This month",
      last_month: "Last month",
      this_quarter: "This quarter",
      this_year: "This year",
      last_year: "Last year",
      last_12_months: "Last 12 months",
    },
    from: "From",
    to: "To",
    since: (from: string) => `since ${from}`,
    until: (to: string) => `until ${to}`,
  },
  range: {
    all: "All",
    between: (from: string, to: string) => `${from} to ${to}`,
    least: (from: string) => `from ${from}`,
    most: (to: string) => `up to ${to}`,
    from: "From",
    to: "To",
    apply: "Apply",
    noNumber: "Write a number, or leave it empty.",
    turned: "The end is lower than the beginning.",
  },
  category: {
    all: "All",
    some: (count: number) => `${count} chosen`,
    search: "Search for a value",
    none: "No value",
    clear: "Show all",
  },
  brush: {
    span: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
  },
  widget: {
    untouched: (labels: string) => `Not filtered by: ${labels}`,
    more: (title: string) => `Actions for ${title}`,
    rows: "Show the rows",
    edit: "Edit…",
    picture: "Picture (PNG)",
    csv: "Export as CSV",
    duplicate: "Duplicate",
    remove: "Take off",
    removed: (title: string) => `“${title}” taken off`,
    copyOf: (title: string) => `${title} (copy)`,
    filtersAll: "filters all",
    table: "Show the table",
    chart: "Show the chart",
    noSql: "This widget has no question yet. Open “Edit” to write one.",
    noRows: "No rows under these filters",
    reading: (names: readonly string[]) => `Reading ${names.map((name) => `“${name}”`).join(", ")}`,
    computing: "Computing",
    unread: (names: readonly string[]) =>
      names.length === 0
        ? "The sources could not be read"
        : `Could not read ${names.map((name) => `“${name}”`).join(", ")}`,
    unreadBody: "The reading broke off. Your data is intact.",
    stopped: "The reading was stopped.",
    short: "Not computed",
    retry: "Try again",
    failed: "The query did not answer",
    absent: "Data not on this device",
    absentBody: (names: string) =>
      `${names} is on another device. Add the file here; it stays here.`,
    addFile: "Add the file",
    against: (name: string) => `vs ${name}`,
  },
  export: {
    title: "Export",
    picture: "Picture of the dashboard (PNG)",
    workbook: "Excel workbook",
    print: "Print or PDF",
    filter: (label: string, value: string) => `${label}: ${value}`,
    moreRows: (count: number, rows: string) => `… and ${rows} more ${plural(count, "row", "rows")}`,
    moreColumns: (count: number, columns: string) =>
      `+ ${columns} ${plural(count, "column", "columns")}`,
  },
  versions: {
    title: "Versions",
    none: "No versions yet. One is kept when you finish editing, every thirty changes and each day of work.",
    by: (name: string, when: string) => `${name}, ${when}`,
    keep: "Keep a version now",
    name: "Name of the version",
    rename: (title: string) => `Name the version ${title}`,
    compare: "What would change",
    same: "Nothing: the dashboard is like this.",
    would: {
      title: (title: string) => `The dashboard would be called “${title}”`,
      filters: (labels: string) => `Filters: ${labels}`,
      added: (title: string) => `“${title}” would come back`,
      removed: (title: string) => `“${title}” would be taken off`,
      renamed: (from: string, to: string) => `“${from}” would be called “${to}”`,
      moved: (title: string) => `“${title}” would stand elsewhere`,
      resized: (title: string) => `“${title}” would have another size`,
      query: (title: string) => `“${title}” would ask another question (SQL)`,
      chart: (title: string) => `“${title}” would be drawn otherwise`,
      text: (title: string) => `“${title}” would say something else`,
      look: (title: string) => `“${title}” would be of another kind`,
    },
    restore: "Restore",
    restored: (when: string) =>
      `Dashboard restored as it was (${when}). What stood there before is kept as a version.`,
  },
  rows: {
    count: (count: number, shown: string) => `${shown} ${plural(count, "row", "rows")}`,
    why: "The rows of this widget can’t be told apart",
    reasons: {
      "no-from": "This widget reads no table.",
      distinct: "The question removes duplicates (DISTINCT): what is left has no rows of its own.",
      derived:
        "The question starts from an intermediate result: its rows are not those of a table.",
      column: "The question’s list does not tell where each column comes from.",
      differs: "The rows found do not give the figures shown: better nothing than wrong rows.",
      refused: "The engine could not single out the rows of this question.",
    },
  },
  edit: {
    redo: "Redo",
    changedBy: (name: string) => `Changed by ${name}`,
    start: "Edit",
    done: "Done",
    undo: "Undo",
    title: "Title of the dashboard",
    hint: "Drag the handle, or go to it: arrows move, Shift + arrows resize.",
    move: (title: string) => `Move ${title}`,
    resize: (title: string) => `Resize ${title}`,
    placed: (title: string, column: number, row: number, width: number, height: number) =>
      `${title}: column ${column}, row ${row}, width ${width}, height ${height}`,
  },
  form: {
    add: "Add a widget",
    addButton: "Add",
    edit: "Edit the widget",
    save: "Save",
    kind: "Kind",
    kinds: { chart: "Chart", number: "Figure", table: "Table", text: "Text" },
    question: "Start from a saved question",
    noQuestion: "Choose a question",
    noSql: "Without writing SQL:",
    build: "build a question step by step, then pin it here",
    title: "Title",
    sql: "SQL",
    sqlHint:
      "Filters of dates and categories apply by themselves. A measure to choose is written {{name}}.",
    text: "Text",
    textHint: "Markdown: headings, lists, bold.",
    preview: "Preview",
  },
  parameters: {
    open: "Filters",
    title: "Filters of the dashboard",
    body: "A date, a category or a range of numbers filters every widget that reads its column. A measure is chosen in the SQL.",
    kind: "Kind",
    kinds: {
      period: "Period",
      category: "Category",
      range: "Numbers",
      choice: "Measure to choose",
    },
    label: "Name shown",
    column: "Column",
    columns: "Columns to choose from",
    add: "Add this filter",
    save: "Save",
    remove: (label: string) => `Remove ${label}`,
  },
} satisfies Texts<typeof fr>;
