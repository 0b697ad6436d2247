import type { ImportDraft } from "#domain/board-imports/draft.ts";
import {
  type ImportCard,
  type ImportColumn,
  type ImportView,
  PART_CARDS,
} from "#domain/board-imports/model.ts";
import { newId } from "#domain/ids.ts";
import { api } from "#web/lib/api.ts";

/** A part stays well below the server's limit of a request. */
const PART_CHARS = 300_000;

/** Where cards go: a new board of this name, or one that is there, with its columns. */
export interface Target {
  boardId: string | null;
  title: string;
  columns: readonly { id: string; name: string }[];
}

const plain = (name: string) => name.trim().toLowerCase();

/** The columns of a draft as the import makes or finds them: by name where the board has them already. */
export function columnsFor(draft: ImportDraft, target: Target): ImportColumn[] {
  return draft.columns.map(({ name, category, wipLimit }) => {
    const known = target.columns.find((column) => plain(column.name) === plain(name));
    return { id: known?.id ?? newId("col"), name, category, wipLimit, isNew: !known };
  });
}

/** Cards in parts that fit a request, in their order. */
export function partsOf(cards: readonly ImportCard[]): ImportCard[][] {
  const parts: ImportCard[][] = [];
  let part: ImportCard[] = [];
  let chars = 0;
  for (const card of cards) {
    const size = JSON.stringify(card).length;
    if (part.length > 0 && (part.length === PART_CARDS || chars + size > PART_CHARS)) {
      parts.push(part);
      part = [];
      chars = 0;
    }
    part.push(card);
    chars += size;
  }
  return part.length > 0 ? [...parts, part] : parts;
}

/** Announces an import and sends its cards, part by part. `onSent` hears how many are there, and may say to stop. */
export async function sendImport(
  draft: ImportDraft,
  fileName: string,
  target: Target,
  onSent: (started: ImportView, cards: number) => boolean,
): Promise<ImportView> {
  const columns = columnsFor(draft, target);
  const cards = draft.cards.map(({ row, column, fields }): ImportCard => {
    return { card: newId("crd"), row, column: columns[column]?.id ?? "", fields };
  });
  const { boardId, title } = target;
  const { source } = draft;
  const body = { source, fileName, boardId, title, columns, total: cards.length };
  const started = await api("post /board-imports", { body });
  let sent = 0;
  for (const [number, part] of partsOf(cards).entries()) {
    const params = { id: started.id, number: String(number) };
    await api("put /board-imports/{id}/parts/{number}", { params, body: { cards: part } });
    sent += part.length;
    if (!onSent(started, sent)) break;
  }
  return started;
}

/** Goes on with an import, or its undoing, until it is over. `onStep` may say to stop. */
export async function followImport(
  id: string,
  onStep: (view: ImportView) => boolean,
): Promise<ImportView> {
  for (;;) {
    const view = await api("post /board-imports/{id}/run", { params: { id } });
    const over = view.state !== "running" && view.state !== "undoing";
    if (!onStep(view) || over) return view;
  }
}
