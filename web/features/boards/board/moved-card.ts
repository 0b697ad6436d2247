/** Ids of the cards of each column, in order. */
export type Lanes = ReadonlyMap<string, readonly string[]>;

/** The first card that stands elsewhere than before, and where; null when a change was of another sort. */
export function movedCard(
  before: Lanes,
  after: Lanes,
): { card: string; columnId: string; index: number } | null {
  const found = (columnId: string, index: number) => {
    const card = after.get(columnId)?.[index];
    return card === undefined ? null : { card, columnId, index };
  };
  for (const [columnId, ids] of after) {
    const known = new Set(before.get(columnId));
    const index = ids.findIndex((id) => !known.has(id));
    if (index !== -1) return found(columnId, index);
  }
  for (const [columnId, ids] of after) {
    const old = before.get(columnId) ?? [];
    const at = ids.findIndex((id, i) => old[i] !== id);
    if (at === -1 || old.length !== ids.length) continue;
    // One went down and the next took its place, or one came up.
    const down = old[at + 1] === ids[at];
    return found(columnId, down ? ids.indexOf(old[at] ?? "") : at);
  }
  return null;
}
