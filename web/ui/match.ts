const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** Where `query` stands in `text`, whatever the accents and case; undefined when it doesn't. */
export function findMatch(text: string, query: string): [start: number, end: number] | undefined {
  const wanted = plain(query.trim());
  if (!wanted) return undefined;
  // Folding may change the length (œ stays, é is two code points), so the place is found in the text itself.
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 1; end <= text.length; end++) {
      const part = plain(text.slice(start, end));
      if (part === wanted) return [start, end];
      if (!wanted.startsWith(part)) break;
    }
  }
  return undefined;
}
