/** `EC-207`; null while the object has not numbered the card yet. */
export function referenceOf(prefix: string, number: number | null): string | null {
  return number === null ? null : `${prefix}-${number}`;
}
