const place = (row: Element) => Number(row.getAttribute("aria-rowindex"));

/**
 * Puts recycled rows into the order in which they are read: screen readers follow the page, not the eye. The row that
 * has the focus stays where it is, since moving an element takes its focus away. Does nothing under a pressed pointer.
 */
export function sortForReading(body: HTMLElement): void {
  if (body.querySelector(":active")) return;
  const rows = [...body.children];
  const sorted = rows.toSorted((a, b) => place(a) - place(b));
  if (sorted.every((row, index) => row === rows[index])) return;
  const still = sorted.findIndex((row) => row.contains(document.activeElement));
  const fixed = sorted[still];
  fixed?.before(...sorted.slice(0, still));
  body.append(...sorted.slice(still + 1));
}
