/** Where a place of the old text is in the new one: before the difference it stays, behind it goes along. */
function moved(place: number, before: string, after: string): number {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  if (place <= head) return place;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  if (place >= before.length - tail) return place + after.length - before.length;
  return Math.min(place, after.length - tail);
}

/** Puts another text into a field; caret and selection stay at the words where they were. */
export function replaceAround(field: HTMLTextAreaElement, text: string): void {
  const before = field.value;
  if (before === text) return;
  const { selectionStart: from, selectionEnd: to } = field;
  field.value = text;
  field.setSelectionRange(moved(from, before, text), moved(to, before, text));
}
