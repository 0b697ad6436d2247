import type { ImportDraft } from "#domain/board-imports/draft.ts";
import type { ImportView } from "#domain/board-imports/model.ts";
import { type KnownColumns, planColumns, planParts } from "#domain/board-imports/plan.ts";
import { api } from "#web/lib/api.ts";

/** Where cards go: a new board of this name, or one that is there, with its columns. */
export interface Target {
  boardId: string | null;
  title: string;
  columns: KnownColumns;
}

/** Announces an import and sends its cards, part by part. `onSent` hears how many are there, and may say to stop. */
export async function sendImport(
  draft: ImportDraft,
  fileName: string,
  target: Target,
  onSent: (started: ImportView, cards: number) => boolean,
): Promise<ImportView> {
  const columns = planColumns(draft, target.columns);
  const parts = planParts(draft, columns);
  const { boardId, title } = target;
  const { source, tags } = draft;
  const counts = { total: draft.cards.length, parts: parts.length };
  const body = { source, fileName, boardId, title, columns, tags, ...counts };
  const started = await api("post /board-imports", { body });
  let sent = 0;
  for (const [number, part] of parts.entries()) {
    const params = { id: started.id, number: String(number) };
    await api("put /board-imports/{id}/parts/{number}", { params, body: part });
    sent += part.cards.length;
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
