import { parseCsv } from "./parse-csv.ts";
import { FileRefused, MAX_CARDS, type RawBoard, type RawCard, type SectionWords } from "./raw.ts";

type Field = "title" | "description" | "column" | "priority" | "due" | "tags" | "people" | "client";

/** Heads of columns as Notion, spreadsheets and our own export write them, without accents. */
const HEADS: readonly [Field, RegExp][] = [
  ["title", /^(name|nom|title|titre|task|tache|card|carte|task name|nom de la tache|aa)$/],
  ["description", /^(description|notes?|details?|content|contenu|body|corps)$/],
  ["column", /^(status|statut|etat|stage|etape|list|liste|column|colonne|state)$/],
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
  if (!taken.has("title")) throw new FileRefused("no_title_column", 1);
  const used = new Set(taken.values());
  const cards = rows.map(({ line, cells }): RawCard => {
    const cell = (field: Field) => plainCell(cells[taken.get(field) ?? -1] ?? "");
    const rest = cells.flatMap((value, at) =>
      used.has(at) || value.trim() === ""
        ? []
        : [`${head.cells[at]?.trim() || at + 1} : ${plainCell(value)}`],
    );
    return {
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
      extras: rest.length > 0 ? [{ heading: words.fields, lines: rest }] : [],
      archived: false,
    };
  });
  const names = [...new Set(cards.flatMap(({ column }) => column ?? []))];
  const columns = names.map((name) => {
    return { name, category: null, wipLimit: null, archived: false };
  });
  const source = heads.some((name) => NOTION.test(name)) ? "notion" : "csv";
  return { source, title: null, columns, cards };
}
