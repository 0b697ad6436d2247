/** Punctuation that a backslash keeps from meaning anything, out of the way while marks are taken off. */
const HIDDEN = 0xe000;
const hide = (text: string) =>
  text.replaceAll(/\\([!-/:-@[-`{-~])/g, (_all, sign: string) =>
    String.fromCodePoint(HIDDEN + (sign.codePointAt(0) ?? 0)),
  );
const reveal = (text: string) =>
  text.replaceAll(/[\ue020-\ue07f]/g, (sign) =>
    String.fromCodePoint((sign.codePointAt(0) ?? HIDDEN) - HIDDEN),
  );

const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^ {0,3}(?:```|~~~).*$/gm, " "],
  [/!?\[([^\]\n]*)\]\([^()\n]*\)/g, "$1"],
  [/^ {0,3}#{1,6} +/gm, ""],
  [/^ {0,3}(?:> ?)+/gm, ""],
  [/^\s*[-*+] +(?:\[[ xX]\] +)?/gm, ""],
  [/^ {0,3}(?:[-*_] *){3,}$/gm, " "],
  [/(\*\*|~~)(?=\S)([^\n]*?\S)\1/g, "$2"],
  [/(?<!\w)__(?=\S)([^\n]*?\S)__(?!\w)/g, "$1"],
  [/\*(?=\S)([^*\n]*?\S)\*/g, "$1"],
  [/(?<!\w)_(?=\S)([^_\n]*?\S)_(?!\w)/g, "$1"],
  [/(`+)([^\n]*?)\1/g, "$2"],
];

/** The words of a text in Markdown, in one line: what a list shows of it. Pictures and links are their names. */
export function plainText(markdown: string): string {
  const bare = MARKS.reduce((text, [mark, by]) => text.replaceAll(mark, by), hide(markdown));
  return reveal(bare).replaceAll(/\s+/g, " ").trim();
}
