import { newId } from "#domain/ids.ts";
import type { Owner } from "./owner.ts";

const ROUNDS = 40;
const SMALL_FILES = 24;
const LARGE_BYTES = 20_000_000;

/**
 * Gives the demo firm what an export must carry: clients whose texts try every corner of JSON and UTF-8, boards with a long
 * history of moves, edits and deletions, small files, one larger than any part, and one that is empty.
 */
export async function addHistory(
  owner: Pick<Owner, "get" | "post">,
  putFile: (path: string, text: string) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < 60; at += 1) {
    const notes = `Ligne ${at}\n"guillemets" \\ \u2028 œuf 🏗️ ${"long ".repeat(at * 20)}`;
    await owner.post("/clients", { company: `Client d’essai ${at}`, notes });
  }
  const { items } = await owner.get<{ items: { id: string }[] }>("/boards");
  for (const { id } of items) await playOn(owner, id);
  for (let at = 0; at < SMALL_FILES; at += 1)
    await putFile(`plans/n° ${at}, été.txt`, `Plan ${at}\n`.repeat(at * 300));
  await putFile("plans/grand.bin", "0123456789abcdef".repeat(LARGE_BYTES / 16));
  await putFile("vide.txt", "");
}

async function playOn(owner: Pick<Owner, "get" | "post">, board: string): Promise<void> {
  const { columns } = await owner.get<{ columns: { id: string }[] }>(`/boards/${board}/cards`);
  const column = (at: number) => columns[at % columns.length]?.id;
  for (let at = 0; at < ROUNDS; at += 1) {
    const card = newId("crd");
    const fields = {
      title: `Carte ${at}`,
      description: `Première ligne\nSeconde ${at}`,
      priority: "low",
      dueOn: null,
      clientId: null,
      tags: [`lot ${at % 5}`],
      assigneeIds: [],
    };
    const place = { after: null, before: null };
    const ops: object[] = [
      { kind: "card.create", card, column: column(at), ...place, fields },
      { kind: "card.update", card, set: { title: `Carte ${at}, revue` } },
      { kind: "card.move", card, column: column(at + 1), ...place },
    ];
    if (at % 4 === 0) ops.push({ kind: "card.delete", card });
    await owner.post(`/boards/${board}/ops`, { ops });
  }
}
