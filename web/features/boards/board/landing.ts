/** Where a dragged card would land: a column and a position among its shown cards, itself left out. */
export interface Landing {
  columnId: string;
  index: number;
  /** The row, where the board is dealt into rows; the position is then among the row's cards. */
  lane?: string | undefined;
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

/** Where a drawn card stands among all of its column, from 0: not all of them are drawn. */
function positionOf(card: HTMLElement): number {
  return Number(card.closest("[aria-posinset]")?.getAttribute("aria-posinset") ?? 1) - 1;
}

/** The column and position under a point, read from the page as it is drawn. */
export function landingAt(x: number, y: number, dragged: string): Landing | null {
  const column = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-column]");
  const columnId = column?.dataset["column"];
  if (!column || !columnId) return null;
  const all = [...column.querySelectorAll<HTMLElement>("[data-card]")];
  const own = all.find((card) => card.dataset["card"] === dragged);
  const cards = all.filter((card) => card !== own);
  const found = firstBelow(cards.length, y, (at) => {
    const box = cards[at]?.getBoundingClientRect();
    return box ? box.top + box.height / 2 : 0;
  });
  const [above, below] = [cards[found - 1], cards[found]];
  const index = below ? positionOf(below) : above ? positionOf(above) + 1 : 0;
  const lane = column.dataset["swimlane"];
  const at = own && positionOf(own) < index ? index - 1 : index;
  return lane === undefined ? { columnId, index: at } : { columnId, index: at, lane };
}
