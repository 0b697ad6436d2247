import type { DraftColumn, DraftContext } from "./draft.ts";
import { guessCategory } from "./guess.ts";
import type { RawBoard } from "./raw.ts";
import { cut, oneLine, shows } from "./texts.ts";

/** The most columns of a board. */
const MOST = 60;

/** A name as a column may bear it. */
export function columnName(name: string): string {
  const told = cut(oneLine(name), 60).trim();
  return shows(told) ? told : "–";
}

/** A limit as a column takes it. */
function limitOf(limit: number | null): number | null {
  return limit !== null && Number.isInteger(limit) && limit >= 1 && limit <= 999 ? limit : null;
}

/**
 * The columns of a board as they will be made, and the place of each by its key. Those of a table are its words: one column
 * for words that look alike. When there are too many, those of the archive are left out first.
 */
export function draftColumns(
  raw: RawBoard,
  context: Pick<DraftContext, "archived" | "words">,
): { columns: DraftColumn[]; at: Map<string, number> } {
  const byName = raw.source === "csv" || raw.source === "notion";
  const all = raw.columns.filter(({ archived }) => context.archived || !archived);
  // A board always has a column that is on it.
  const most = all.some(({ archived }) => !archived) ? MOST : MOST - 1;
  const liveFirst = all.toSorted((a, b) => Number(a.archived) - Number(b.archived));
  const first = new Set(byName ? all : liveFirst.slice(0, most));
  const columns: DraftColumn[] = [];
  const at = new Map<string, number>();
  for (const column of all.filter((one) => first.has(one))) {
    const name = columnName(column.name);
    const same = byName ? columns.findIndex((one) => one.name === name) : -1;
    if (same >= 0) at.set(column.key, same);
    else if (columns.length < most) {
      at.set(column.key, columns.length);
      const category = guessCategory(column.category ?? name);
      const wipLimit = limitOf(column.wipLimit);
      const { wipBlock } = column;
      const archived = column.archived && !byName;
      columns.push({ name, category, wipLimit, wipBlock, archived });
    }
  }
  if (most < MOST) {
    for (const [key, place] of at) at.set(key, place + 1);
    const category = "todo";
    const name = context.words.untitled;
    columns.unshift({ name, category, wipLimit: null, wipBlock: false, archived: false });
  }
  return { columns, at };
}
