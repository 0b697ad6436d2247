import { readBoardFile } from "./board-file.ts";
import { FileRefused, MAX_FILE, type RawBoard, type SectionWords } from "./raw.ts";
import { readCsvBoard } from "./read-csv.ts";
import { readTrello } from "./read-trello.ts";
import { sniff } from "./sniff.ts";

/**
 * What a dropped file says of a board, whatever wrote it: Trello's JSON, our own JSON, Notion's CSV or any table with a
 * head. What its name calls a JSON is read as one. Throws `FileRefused`, and nothing else, whatever the bytes are.
 */
export function readFile(bytes: Uint8Array, words: SectionWords, name = ""): RawBoard {
  if (bytes.length === 0) throw new FileRefused("empty");
  if (bytes.length > MAX_FILE) throw new FileRefused("too_large");
  const other = sniff(bytes);
  if (other) throw new FileRefused(other);
  const text = decode(bytes);
  const begin = text.trimStart();
  if (begin === "") throw new FileRefused("empty");
  const isJson = begin.startsWith("{") || begin.startsWith("[") || /\.json$/i.test(name);
  if (!isJson) return readCsvBoard(text, words);
  const json = parse(text);
  const board = readBoardFile(json) ?? readTrello(json, words);
  if (!board) throw new FileRefused("unknown_json", null, partsOf(json));
  return board;
}

function decode(bytes: Uint8Array): string {
  // Spreadsheets save "Unicode text" as UTF-16, and older French ones in Windows-1252.
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (utf16) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (isLines(text.trimStart())) throw new FileRefused("organization");
    const [row, column] = placeIn(text, String(error));
    throw new FileRefused("not_json", row, null, column);
  }
}

/** Where a JSON breaks off, from 1, out of the words of whoever read it: each engine has its own, and some tell nothing. */
function placeIn(text: string, told: string): [number | null, number | null] {
  const [, row, column] = /line (\d+) column (\d+)/.exec(told) ?? [];
  if (row && column) return [Number(row), Number(column)];
  const [, at] = /at position (\d+)/.exec(told) ?? [];
  const end = at ? Number(at) : /end of (JSON input|data)|EOF/.test(told) ? text.length : null;
  if (end === null) return [null, null];
  const lines = text.slice(0, end).split("\n");
  return [lines.length, (lines.at(-1)?.length ?? 0) + 1];
}

/** Whether this is a file out of the export of a whole organization: a JSON on each line, the first one with its kind. */
function isLines(text: string): boolean {
  try {
    const first: unknown = JSON.parse(text.slice(0, 10_000).split("\n", 1)[0] ?? "");
    return typeof first === "object" && first !== null && "kind" in first;
  } catch {
    return false;
  }
}

/** What a JSON has at its top, for whoever has taken the wrong file. */
function partsOf(json: unknown): string {
  if (Array.isArray(json)) return "[…]";
  const names = Object.keys(Object(json) as object).map((name) => name.slice(0, 40));
  return names.length > 6 ? `${names.slice(0, 6).join(", ")}…` : names.join(", ");
}
