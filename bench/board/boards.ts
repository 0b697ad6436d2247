import type { CardView } from "#domain/boards/view.ts";
import { newId } from "#domain/ids.ts";
import { seededRandom } from "../csv/rows.ts";
import type { Ours } from "../ours/organization.ts";

/** A board of ours as the crowd needs it. */
export interface Board {
  id: string;
  columns: string[];
  cards: CardView[];
}

const OPS_A_PUSH = 200;
const WORDS = [
  "Descente de charges",
  "Plan de coffrage",
  "Visite du chantier",
  "Note de calcul",
  "Devis du lot",
];

/** Makes a board with that many cards through the API, spread over the columns it starts with. */
export async function createBoard(ours: Ours, title: string, count: number): Promise<Board> {
  const random = seededRandom(count);
  const { id } = await ours.must<{ id: string }>("post /boards", { title });
  const path = `/boards/${id}`;
  const empty = await ours.must<{ columns: { id: string }[] }>(`get ${path}/cards`);
  const columns = empty.columns.map((one) => one.id);
  const ops = Array.from({ length: count }, (_, index) => ({
    kind: "card.create",
    card: newId("crd"),
    column: columns[index % columns.length],
    after: null,
    before: null,
    fields: {
      title: `${WORDS[index % WORDS.length]} ${index + 1}`,
      description: "À reprendre avec le bureau de contrôle avant la réunion de jeudi.",
      priority: random() < 0.2 ? "high" : "none",
      dueOn: random() < 0.5 ? `2026-12-${String(1 + (index % 28)).padStart(2, "0")}` : null,
      tags: random() < 0.3 ? ["structure"] : [],
    },
  }));
  for (let i = 0; i < ops.length; i += OPS_A_PUSH) {
    const answer = await ours.must<{ results: { outcome: string; reason: string | null }[] }>(
      `post ${path}/ops`,
      { ops: ops.slice(i, i + OPS_A_PUSH) },
    );
    const bad = answer.results.find((one) => one.outcome === "rejected");
    if (bad) throw new Error(`A card was refused: ${bad.reason}`);
  }
  const { cards } = await ours.must<{ cards: CardView[] }>(`get ${path}/cards`);
  if (cards.length !== count) throw new Error(`${cards.length} cards instead of ${count}`);
  return { id, columns, cards };
}

/** Single-use tickets for the board's socket; each lives 30 s. */
export async function tickets(ours: Ours, board: Board, count: number): Promise<string[]> {
  const minted: string[] = [];
  for (let i = 0; i < count; i++) {
    const body = { room: `boards/${board.id}` };
    minted.push((await ours.must<{ ticket: string }>("post /live/tickets", body)).ticket);
  }
  return minted;
}
