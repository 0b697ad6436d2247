interface Hunk {
  /** Lines of the base that are replaced, [from, to). */
  from: number;
  to: number;
  lines: string[];
}

/** What a text changed in its base, as one replaced range of lines; null when nothing. */
function hunkOf(base: string[], text: string[]): Hunk | null {
  const shorter = Math.min(base.length, text.length);
  let head = 0;
  while (head < shorter && base[head] === text[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && base[base.length - 1 - tail] === text[text.length - 1 - tail]) {
    tail += 1;
  }
  if (head + tail === base.length && head + tail === text.length) return null;
  return { from: head, to: base.length - tail, lines: text.slice(head, text.length - tail) };
}

/**
 * Merges two texts that grew out of one base, by lines. Null when they touch the same or adjoining lines:
 * then only a person can say what is meant.
 */
export function mergeText(base: string, mine: string, theirs: string): string | null {
  if (mine === theirs || base === mine) return theirs;
  if (base === theirs) return mine;
  const lines = base.split("\n");
  const one = hunkOf(lines, mine.split("\n"));
  const two = hunkOf(lines, theirs.split("\n"));
  if (!one || !two) return null;
  const [first, second] = one.from <= two.from ? [one, two] : [two, one];
  if (first.to >= second.from) return null;
  return [
    ...lines.slice(0, first.from),
    ...first.lines,
    ...lines.slice(first.to, second.from),
    ...second.lines,
    ...lines.slice(second.to),
  ].join("\n");
}
