import { describe, expect, it } from "vitest";
import { BOARD_FILE } from "./board-file.ts";
import { FileRefused, MAX_CARDS } from "./raw.ts";
import { readFile } from "./read-file.ts";
import { bytes, CONTEXT, json } from "./testing.ts";

const faultOf = (file: Uint8Array) => {
  try {
    readFile(file, CONTEXT.words);
  } catch (error) {
    return error instanceof FileRefused ? [error.fault, error.found] : error;
  }
  return null;
};

describe("a hostile file", () => {
  it.each([
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), "picture", null],
    ["a photo", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]), "picture", null],
    ["a PDF", bytes("%PDF-1.7\n%âãÏÓ"), "document", null],
    ["a workbook", bytes("PK\u0003\u0004…[Content_Types].xml…xl/workbook.xml"), "workbook", null],
    ["an old workbook", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), "workbook", null],
    ["a Word file", bytes("PK\u0003\u0004…word/document.xml"), "document", null],
    ["an RTF", bytes("{\\rtf1 Bonjour}"), "document", null],
    ["Notion's archive", bytes("PK\u0003\u0004…Export-1/Tâches.csv"), "archive", null],
    ["a page", bytes("\uFEFF<!doctype html><title>Connexion</title>"), "page", null],
    ["bytes", new Uint8Array([1, 0, 2, 3]), "not_text", null],
    ["nothing", bytes(""), "empty", null],
    ["blanks", bytes(" \n\t\n"), "empty", null],
    ["more than 64 MB", new Uint8Array(64 * 1024 * 1024 + 1).fill(32), "too_large", null],
    ["half a JSON", bytes('{"lists": [{"id"'), "not_json", null],
    [
      "another JSON",
      json({ name: "x", version: "1", scripts: {} }),
      "unknown_json",
      "name, version, scripts",
    ],
    ["a list", json([1, 2]), "unknown_json", "[…]"],
    ["a JSON that is deep", bytes(`{"a":${"[".repeat(100_000)}`), "not_json", null],
    [
      "lines of a whole organization",
      bytes('{"kind":"board","board":"x"}\n{"kind":"column"}\n'),
      "organization",
      null,
    ],
    [
      "too many cards",
      json({ lists: [], cards: Array.from({ length: MAX_CARDS + 1 }, () => ({})) }),
      "too_many",
      null,
    ],
    ["a future export of ours", json({ format: "aetheria.board", version: 3 }), "newer", null],
    [
      "an export of ours that was changed",
      json({
        ...BOARD_FILE,
        title: "B",
        prefix: "B",
        exportedAt: "",
        columns: [],
        cards: [{ title: "Une" }],
      }),
      "bad_board",
      "cards.0.reference",
    ],
    ["a table of something else", bytes("Prix;Lot\n1;2"), "no_title_column", "Prix | Lot"],
    [
      "a text",
      bytes("Bonjour à tous,\nvoici le compte rendu"),
      "no_title_column",
      "Bonjour à tous",
    ],
  ])("%s gets a clear answer", (_name, file, fault, found) => {
    expect(faultOf(file)).toEqual([fault, found]);
  });
});

const refusal = (text: string) => {
  try {
    readFile(bytes(text), CONTEXT.words, "tableau.JSON");
  } catch (error) {
    if (error instanceof FileRefused) return [error.fault, error.row, error.column];
  }
  return null;
};

describe("a file that is called a JSON", () => {
  it.each([
    ["words, of which the engine tells no place", "not json", ["not_json", null, null]],
    ["one that breaks off", '{\n  "lists": [', ["not_json", 2, 13]],
    ["one with a comma too many", '{\n  "lists": [],\n}', ["not_json", 3, 1]],
    ["a text alone", '"x"', ["unknown_json", null, null]],
    ["nothing alone", "null", ["unknown_json", null, null]],
  ])("is told to be none, and where: %s", (_name, text, told) => {
    expect(refusal(text)).toEqual(told);
  });
});
