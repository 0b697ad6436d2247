import { expect, test } from "vitest";
import { withExportsOf } from "./exports.ts";
import { twoExports } from "./testing-module.ts";

const names = (module: Uint8Array) =>
  WebAssembly.Module.exports(new WebAssembly.Module(Uint8Array.from(module))).map(
    ({ name }) => name,
  );

/** An export of the first function under a name of two letters. */
const entry = (at: number) => [2, 48 + (at % 64), 48 + Math.floor(at / 64), 0, 0];

/** A number from 128 to 16383 as LEB128. */
const number = (value: number) => [128 + (value % 128), value >> 7];

test("what is named is left, in its order; what the module does not have is not made", () => {
  expect(names(twoExports)).toEqual(["main", "else"]);
  expect(names(withExportsOf(twoExports, new Set(["else", "none"])))).toEqual(["else"]);
  expect(names(withExportsOf(twoExports, new Set()))).toEqual([]);
  expect(withExportsOf(twoExports, new Set(["main", "else"]))).toEqual(Buffer.from(twoExports));
});

test("a list that is longer than one byte of its count says is read to its end", () => {
  const many = 300;
  const entries = Array.from({ length: many }, (_, at) => entry(at)).flat();
  const list = [...number(many), ...entries];
  const section = [7, ...number(list.length), ...list];
  const before = twoExports.indexOf(7, 16);
  const module = Uint8Array.from([
    ...twoExports.subarray(0, before),
    ...section,
    ...twoExports.subarray(before + 17),
  ]);
  const all = names(module);
  expect(all.length).toBe(many);
  const kept = new Set(all.slice(50, 250));
  expect(names(withExportsOf(module, kept))).toEqual([...kept]);
});

test("a module that is cut off is refused", () => {
  expect(() => withExportsOf(twoExports.subarray(0, -1), new Set())).toThrow("ends within");
  expect(() => withExportsOf(twoExports.subarray(0, 9), new Set())).toThrow("ends within");
});
