import type { Texts } from "../texts.ts";
import type { dashboards as fr } from "../fr/dashboards.ts";

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** Words of dashboards. Numbers and dates come formatted. */
export const dashboards = {
  title: "Dashboard",
  workspace: "Workspace",
  gone: {
    title: "This dashboard no longer exists",
    body: "It was deleted, or its workspace with it.",
  },
  empty: {
    title: "This dashboard is empty",
    body: "Add a widget: a chart, a figure, a list or a text.",
  },
  clash: (title: string) =>
    `“${title}” was changed by somebody else at the same time. Their version is shown.`,
  insist: "Keep mine",
  filters: {
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
    between: (from: string, to: string) => `${from} – ${to}`,
    since: (from: string) => `since ${from}`,
    until: (to: string) => `until ${to}`,
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
    reading: "Reading the file",
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
  },
  versions: {
    title: "Versions",
    none: "No version yet. One is kept each time you finish editing.",
    by: (name: string, when: string) => `${name}, ${when}`,
    back: (names: string) => `Would bring back: ${names}`,
    off: (names: string) => `Would take off: ${names}`,
    restore: "Restore",
    restored: (when: string) =>
      `Dashboard restored as it was (${when}). What stood there before is kept as a version.`,
  },
  rows: {
    title: (title: string) => `Rows of ${title}`,
    count: (count: number, shown: string) => `${shown} ${plural(count, "row", "rows")}`,
    first: (shown: string) => `the first ${shown} rows`,
    none: "This widget reads no table of this workspace.",
  },
  edit: {
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
    body: "A date or a category filters every widget that reads its column. A measure is chosen in the SQL.",
    kind: "Kind",
    kinds: { period: "Period", category: "Category", choice: "Measure to choose" },
    label: "Name shown",
    column: "Column",
    columns: "Columns to choose from",
    add: "Add this filter",
    save: "Save",
    remove: (label: string) => `Remove ${label}`,
  },
} satisfies Texts<typeof fr>;
