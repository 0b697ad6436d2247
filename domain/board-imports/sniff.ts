import type { FileFault } from "./raw.ts";

/** Bytes as letters of the same numbers. */
const letters = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => String.fromCodePoint(byte)).join("");

const SIGNS: readonly [RegExp, FileFault][] = [
  [/^%PDF-/, "document"],
  [/^\{\\rtf/, "document"],
  [
    /^(\x89PNG|\xFF\xD8\xFF|GIF8|BM|II\*\0|MM\0\*|RIFF[^]{4}WEBP|[^]{4}ftyp(heic|heif|avif|mif1))/,
    "picture",
  ],
  // Workbooks and documents of before 2007.
  [/^\xD0\xCF[^]\xE0/, "workbook"],
  [/^(Rar!|7z\xBC\xAF)/, "archive"],
  [/^(?:\xEF\xBB\xBF)?\s*<svg/i, "picture"],
  [/^(?:\xEF\xBB\xBF)?\s*<[!?a-z]/i, "page"],
];

/** What is in a ZIP, by the names of its entries: workbooks and documents are ZIP files too. */
function inZip(text: string): FileFault {
  if (/xl\/|Index\/Tables|opendocument\.spreadsheet/.test(text)) return "workbook";
  if (/word\/|ppt\/|opendocument\.(text|presentation)/.test(text)) return "document";
  return "archive";
}

/** What a file is that is no export, by its first bytes and, of a ZIP, its list of entries; null when it may be one. */
export function sniff(bytes: Uint8Array): FileFault | null {
  const head = letters(bytes.subarray(0, 4096));
  if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
    return inZip(head + letters(bytes.subarray(-65_536)));
  }
  const known = SIGNS.find(([sign]) => sign.test(head))?.[1];
  if (known) return known;
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return !utf16 && head.includes("\0") ? "not_text" : null;
}
