/** The name under which a board's conflicts are counted in the top bar. */
export const settleSource = (board: string) => `boards.${board}`;

/** Where a board's conflicts are settled. */
export const settleHref = (board: string) => `/boards/${board}?settle=1`;
