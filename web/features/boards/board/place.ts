/** Where something goes: between two cards as they are shown. Null on both sides is the end. */
export interface Place {
  after: string | null;
  before: string | null;
}

/**
 * The neighbours at a position among the shown cards of a column, those that move left out.
 * @param index position among the cards that stay, 0 for the top.
 */
export function placeAt(ids: readonly string[], moving: ReadonlySet<string>, index: number): Place {
  const staying = ids.filter((id) => !moving.has(id));
  const at = Math.max(0, Math.min(index, staying.length));
  return { after: staying[at - 1] ?? null, before: staying[at] ?? null };
}

/** The position of a card among the cards of its column, itself left out: where dropping it changes nothing. */
export function indexAmongOthers(ids: readonly string[], card: string): number {
  return Math.max(0, ids.indexOf(card));
}
