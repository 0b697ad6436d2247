const plain = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/[\u0300-\u036f_\s-]/g, "")
    .toLowerCase();

/** Letters to add, leave out, change or swap with the next one to make one word of the other (optimal string alignment). */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const swapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const swap = swapped ? (before[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change, swap));
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
}

/** The names that a misspelt one may stand for, the closest first, three at most. Case, accents and spaces do not count. */
export function closest(name: string, names: Iterable<string>): string[] {
  const wanted = plain(name);
  const scored = [...new Set(names)].flatMap((one) => {
    const own = plain(one);
    const part =
      Math.min(own.length, wanted.length) > 2 && (own.includes(wanted) || wanted.includes(own));
    const most = Math.max(1, wanted.length / 3, own.length / 3);
    const far = Math.min(distance(wanted, own), part ? 1.5 : Infinity);
    return far <= most ? [{ one, far }] : [];
  });
  return scored
    .toSorted((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ one }) => one);
}
