/** What of a list can be seen: all in px, lines of one height. */
export type View = { top: number; height: number; lineHeight: number };

/** Lines drawn beyond each end of what can be seen. */
const BEYOND = 4;

/** The first line to draw and the one behind the last. */
export function linesInView(count: number, view: View): { from: number; to: number } {
  const { top, height, lineHeight } = view;
  const from = Math.max(0, Math.floor(top / lineHeight) - BEYOND);
  const to = Math.min(count, Math.ceil((top + height) / lineHeight) + BEYOND);
  return { from: Math.min(from, to), to };
}

/**
 * Which record each drawn row holds: a row keeps its record as long as that is wanted, and then takes one that has none.
 * So scrolling builds nothing, and a row with an open editor goes wherever its record goes.
 * @param before the record of each row; undefined: the row is free.
 */
export function dealOut(
  before: readonly (string | undefined)[],
  wanted: readonly string[],
): (string | undefined)[] {
  const homeless = new Set(wanted);
  const after = before.map((id) => (id !== undefined && homeless.delete(id) ? id : undefined));
  const free = after.flatMap((id, at) => (id === undefined ? [at] : []));
  for (const id of homeless) after[free.shift() ?? after.length] = id;
  return after;
}
