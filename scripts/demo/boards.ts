import { STUDIES } from "./board-studies.ts";
import { SHOP } from "./board-shop.ts";
import { TENDERS } from "./board-tenders.ts";

/** A card before it has an id. `due` counts days from today; people and clients are named by key and company. */
export interface DemoCard {
  column: number;
  title: string;
  priority: string;
  due: number | null;
  client: string | null;
  tags: string[];
  assignees: string[];
  description: string;
}

/** A board with the five default columns. `limits` are WIP limits by column, 0 for none. */
export interface DemoBoard {
  title: string;
  prefix: string;
  limits: readonly number[];
  cards: readonly DemoCard[];
}

const PRIORITIES: Record<string, string> = {
  "-": "none",
  l: "low",
  m: "medium",
  h: "high",
  u: "urgent",
};

/** 64 + 46 + 40 cards. */
export const BOARDS: readonly DemoBoard[] = [
  {
    title: "Études & chantiers – T4",
    prefix: "EC",
    limits: [0, 0, 4, 4, 0],
    cards: parse(STUDIES),
  },
  { title: "Appels d’offres 2027", prefix: "AO", limits: [0, 0, 6, 0, 0], cards: parse(TENDERS) },
  { title: "Vie de l’atelier", prefix: "VA", limits: [0, 0, 0, 0, 0], cards: parse(SHOP) },
];

/** Reads blocks headed by `# column`, one card a line: title | priority | days | client | tags | people. */
function parse(text: string): DemoCard[] {
  const cards: DemoCard[] = [];
  let column = -1;
  for (const line of text.trim().split("\n")) {
    if (line.startsWith("#")) {
      column += 1;
      continue;
    }
    const cells = line.split("|").map((cell) => cell.trim());
    const [title = "", priority = "-", due = "", client = "", tags = "", people = ""] = cells;
    cards.push({
      column,
      title,
      priority: PRIORITIES[priority] ?? "none",
      due: due === "" ? null : Number(due),
      client: client || null,
      tags: tags ? tags.split(",").map((tag) => tag.trim()) : [],
      assignees: people ? people.split(" ") : [],
      description: (cells[6] ?? "").replaceAll("⏎", "\n"),
    });
  }
  return cards;
}
