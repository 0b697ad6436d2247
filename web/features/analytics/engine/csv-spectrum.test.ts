import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { readFile } from "#web/features/analytics/testing/read-text.ts";
import type { Engine } from "./engine.ts";
import type { Cell } from "./values.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
}, 30_000);
afterAll(() => engine.terminate());

/** The cases of csv-spectrum, written again: what each has that breaks naive readers, and what must come out. */
const CASES: readonly [name: string, text: string, head: string[], rows: Cell[][]][] = [
  [
    "commas in quotes",
    'first,last,address,city,zip\nJohn,Doe,120 any st.,"Anytown, WW",08123\n',
    ["first", "last", "address", "city", "zip"],
    [["John", "Doe", "120 any st.", "Anytown, WW", "08123"]],
  ],
  [
    "empty cells",
    'a,b,c\n1,"",""\n2,3,4\n',
    ["a", "b", "c"],
    [
      [1, null, null],
      [2, 3, 4],
    ],
  ],
  [
    "empty cells, CRLF",
    'a,b,c\r\n1,"",""\r\n2,3,4\r\n',
    ["a", "b", "c"],
    [
      [1, null, null],
      [2, 3, 4],
    ],
  ],
  [
    "escaped quotes",
    'a,b\n1,"ha ""ha"" ha"\n3,4\n',
    ["a", "b"],
    [
      [1, 'ha "ha" ha'],
      [3, "4"],
    ],
  ],
  [
    "JSON in a cell",
    'key,val\n1,"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}"\n',
    ["key", "val"],
    [[1, '{"type": "Point", "coordinates": [102.0, 0.5]}']],
  ],
  [
    "line feeds in quotes",
    'a,b,c\n1,2,3\n"Once upon \na time",5,6\n7,8,9\n',
    ["a", "b", "c"],
    [
      ["1", 2, 3],
      ["Once upon \na time", 5, 6],
      ["7", 8, 9],
    ],
  ],
  [
    "line feeds in quotes, CRLF",
    'a,b,c\r\n1,2,3\r\n"Once upon \r\na time",5,6\r\n7,8,9\r\n',
    ["a", "b", "c"],
    [
      ["1", 2, 3],
      ["Once upon \r\na time", 5, 6],
      ["7", 8, 9],
    ],
  ],
  [
    "quotes and line feeds",
    'a,b\n1,"ha \n""ha"" \nha"\n3,4\n',
    ["a", "b"],
    [
      [1, 'ha \n"ha" \nha'],
      [3, "4"],
    ],
  ],
  ["simple", "a,b,c\n1,2,3\n", ["a", "b", "c"], [[1, 2, 3]]],
  ["simple, CRLF", "a,b,c\r\n1,2,3\r\n", ["a", "b", "c"], [[1, 2, 3]]],
  ["no line end at the end", "a,b,c\n1,2,3", ["a", "b", "c"], [[1, 2, 3]]],
  [
    "UTF-8",
    "a,b,c\n1,2,3\n4,5,ʤ\n",
    ["a", "b", "c"],
    [
      [1, 2, "3"],
      [4, 5, "ʤ"],
    ],
  ],
  [
    "location coordinates",
    'lat,name\n45.75,"Lyon, FR"\n-0.5,"a ""b"""\n',
    ["lat", "name"],
    [
      [45.75, "Lyon, FR"],
      [-0.5, 'a "b"'],
    ],
  ],
];

describe("csv-spectrum", () => {
  it.each(CASES)("%s", async (_, text, head, rows) => {
    const read = await readFile(engine, text);
    expect(read.result.columns.map(({ name }) => name)).toEqual(head);
    expect(read.result.rows).toEqual(rows);
    expect([read.rejected, read.swallowed.lines, read.suspect.lines]).toEqual([0, 0, 0]);
  });
});
