import { expect, it } from "vitest";
import { notText } from "./encoding.ts";
import { otherFormat } from "./other-format.ts";

it.each([
  ["<!DOCTYPE html>\n<html>", "markup"],
  ["\ufeff\n <?xml version='1.0'?>", "markup"],
  ["<table><tr><td>1", "markup"],
  ['[\n  {"a": 1}', "json"],
  ['{"a":1}\n{"a":2}', "json"],
  ["[]", "json"],
  ["[id],[nom]\n1,2", null],
  ["{id};{nom}\n1;2", null],
  ["<10;>10\n1;2", null],
  ['"{""a"": 1}",2', null],
] as const)("%j is %s", (text, what) => {
  expect(otherFormat(text)).toBe(what);
});

const zip = (name: string): Uint8Array => {
  const bytes = new Uint8Array(60);
  bytes.set([0x50, 0x4b, 3, 4]);
  bytes[26] = name.length;
  bytes.set(new TextEncoder().encode(name), 30);
  return bytes;
};

it("tells a zipped table from a workbook", () => {
  expect(notText(zip("ventes.csv"))).toBe("archive");
  expect(notText(zip("[Content_Types].xml"))).toBe("spreadsheet");
  expect(notText(zip("mimetype"))).toBe("spreadsheet");
  expect(notText(Uint8Array.of(0x1f, 0x8b, 8, 0))).toBe("archive");
});
