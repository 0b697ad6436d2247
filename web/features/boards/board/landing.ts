/** Where a dragged card would land: a column and a position among its shown cards, itself left out. */
export interface Landing {
  columnId: string;
  index: number;
}

/**
 * The first place whose middle lies below a height: found by halves, so that a column of thousands costs a dozen
 * measures a frame. `middle` must not fall with the position.
 */
export function firstBelow(count: number, y: number, middle: (at: number) => number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const at = (low + high) >>> 1;
    if (y < middle(at)) high = at;
    else low = at + 1;
  }
  return low;
}

/** The column and position under a point, read from the page as it is drawn. */
export function landingAt(x: number, y: number, dragged: string): Landing | null {
  const column = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-column]");
  const columnId = column?.dataset["column"];
  if (!column || !columnId) return null;
  const cards = [...column.querySelectorAll<HTMLElement>("[data-card]")].filter(
    (card) => card.dataset["card"] !== dragged,
  );
  const index = firstBelow(cards.length, y, (at) => {
    const box = cards[at]?.getBoundingClientRect();
    return box ? box.top + box.height / 2 : 0;
  });
  return { columnId, index };
}
