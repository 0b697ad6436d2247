import { parseCsv } from "./parse-csv.ts";
import {
  FileRefused,
  MAX_CARDS,
  type RawBoard,
  type RawCard,
  rawCard,
  type RawColumn,
  type SectionWords,
} from "./raw.ts";

type Field =
  | "title"
  | "description"
  | "column"
  | "status"
  | "priority"
  | "due"
  | "tags"
  | "people"
  | "client"
  | "archived";

/** Heads of columns as Notion, spreadsheets and our own export write them, without accents. */
const HEADS: readonly [Field, RegExp][] = [
  ["title", /^(name|nom|title|titre|task|tache|card|carte|task name|nom de la tache|aa)$/],
  ["description", /^(description|notes?|details?|content|contenu|body|corps)$/],
  ["column", /^(status|statut|etat|stage|etape|list|liste|column|colonne|state)$/],
  // Beside a column's name: what it means.
  ["status", /^(status|statut)$/],
  ["archived", /^archive[des]*$/],
  ["priority", /^(priority|priorite)$/],
  [
    "due",
    /^(due( date| on)?|date|deadline|echeance|date d.?echeance|date limite|end date|date de fin)$/,
  ],
  ["client", /^(client|customer|company|societe|entreprise)$/],
  ["tags", /^(tags?|labels?|etiquettes?|category|categorie|categories|mots.?cles)$/],
  [
    "people",
    /^(assign(ed|ee|ees|e|es|ed to|e a|ation)?|person|people|personnes?|owner|responsables?|membres?|members?)$/,
  ],
];

const headOf = (cell: string) =>
  cell
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[\s_]+/g, " ")
    .trim();

/** Our own export puts an apostrophe before what a spreadsheet would run: it is not part of the text. */
const plainCell = (cell: string) => cell.replace(/^'(?=\s*[=+\-@\t\r＝＋－＠])/u, "").trim();

/** Names in one cell. Notion writes `Name (https://…)` for relations: the address says nothing here. */
const namesIn = (cell: string) =>
  cell
    .split(/[,;\n|]/)
    .map((name) => name.replace(/\s*\(https?:[^)]*\)$/, "").trim())
    .filter(Boolean);

const isYes = (cell: string) => /^(oui|yes|true|vrai|1|x)$/i.test(cell);

/** A table's columns: the words of its cards, in the order in which they come. */
function columnsOf(said: readonly { column: string | null; status: string }[]): RawColumn[] {
  const columns = new Map<string, RawColumn>();
  for (const { column: name, status } of said) {
    if (name === null || columns.has(name)) continue;
    const category = status || null;
    const limits = { wipLimit: null, wipBlock: false };
    columns.set(name, { key: name, name, category, ...limits, archived: false });
  }
  return [...columns.values()];
}

/** What only Notion's heads say. */
const NOTION = /^(assign|assignation|personne|created time|last edited time|date de creation)$/;

/**
 * A table of cards: Notion's export, or any CSV whose first line names its columns. What has no place on a card is kept
 * under its head. Throws `FileRefused`.
 */
export function readCsvBoard(text: string, words: SectionWords): RawBoard {
  const [head, ...rows] = parseCsv(text);
  if (!head) throw new FileRefused("empty");
  if (rows.length > MAX_CARDS) throw new FileRefused("too_many", rows.length);
  const heads = head.cells.map(headOf);
  const taken = new Map<Field, number>();
  heads.forEach((name, at) => {
    const field = HEADS.find(([one, pattern]) => !taken.has(one) && pattern.test(name))?.[0];
    if (field) taken.set(field, at);
  });
  if (!taken.has("title")) {
    const said = head.cells.filter((cell) => cell.trim() !== "");
    const found = said.slice(0, 8).map((cell) => cell.trim().slice(0, 40));
    throw new FileRefused("no_title_column", head.line, found.join(" | "));
  }
  const used = new Set(taken.values());
  const cards = rows.map(({ line, cells }): RawCard & { status: string } => {
    const cell = (field: Field) => plainCell(cells[taken.get(field) ?? -1] ?? "");
    const rest = cells.flatMap((value, at) =>
      used.has(at) || value.trim() === ""
        ? []
        : [`${head.cells[at]?.trim() || at + 1} : ${plainCell(value)}`],
    );
    const card = rawCard({
      row: line,
      title: cell("title"),
      description: cell("description"),
      column: cell("column") || null,
      priority: cell("priority"),
      due: cell("due"),
      tags: namesIn(cell("tags")),
      client: cell("client") || null,
      people: namesIn(cell("people")).map((name) => ({
        name,
        email: name.includes("@") ? name : null,
      })),
      extras: rest.length > 0 ? [{ kind: "fields", heading: words.fields, lines: rest }] : [],
      archived: isYes(cell("archived")),
    });
    return { ...card, status: cell("status") };
  });
  const source = heads.some((name) => NOTION.test(name)) ? "notion" : "csv";
  return {
    source,
    title: null,
    columns: columnsOf(cards),
    tags: [],
    cards,
    templates: [],
    lost: {},
  };
}
