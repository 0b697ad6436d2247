const LIGATURES: Record<string, string> = { œ: "oe", æ: "ae", ß: "ss", ø: "o", đ: "d", ł: "l" };

/**
 * The key a text is sorted by: without accents, case, ligatures and doubled spaces, so that « Étude »
 * stands beside « etude ». D1 has no ICU: tables store this key beside what people typed and compare it
 * bytewise, and pages compare it with `compareText`, which gives the same order.
 */
export function sortKey(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[œæßøđł]/g, (letter) => LIGATURES[letter] ?? letter)
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** A UTF-16 unit moved so that surrogates stand above the rest of the plane, as their code points do. */
function rank(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
}

/** Compares by code point: the order of SQLite's BINARY collation over UTF-8. Negative, zero or positive. */
export function compareText(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i += 1) {
    const difference = rank(a.charCodeAt(i)) - rank(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
