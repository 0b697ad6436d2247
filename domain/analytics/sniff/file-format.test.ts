import { expect, it } from "vitest";
import { fileFormat } from "./file-format.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const zip = (name: string): Uint8Array => {
  const head = new Uint8Array(60);
  head.set([0x50, 0x4b, 3, 4]);
  head[26] = name.length;
  head.set(bytes(name), 30);
  return head;
};

it.each([
  ["a workbook", zip("[Content_Types].xml"), "workbook"],
  ["a workbook of 1997", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), "workbook"],
  ["a zipped table", zip("ventes.csv"), "text"],
  ["Parquet", bytes("PAR1\u0015"), "parquet"],
  ["a list", bytes('\ufeff[\n {"a": 1}]'), "json"],
  ["lines of objects", bytes('{"a":1}\n{"a":2}\n'), "json"],
  ["heads in brackets", bytes("[id],[nom]\n1,2"), "text"],
  ["a table", bytes("a;b\n1;2\n"), "text"],
  ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47), "text"],
] as const)("%s is read as %#", (_, head, format) => {
  expect(fileFormat(head)).toBe(format);
});
