import { describe, expect, it } from "vitest";
import { linesAt, locateRecords } from "./locate.ts";

const file = new Blob(['a;b\r\n1;"x\r\ny"\r\n2;z\r\n\r\nbad\r\n3;é\r\n4;"end']);

describe("finding lines again", () => {
  it("counts physical lines up to a byte, CRLF as one", async () => {
    expect(await linesAt(file, [0, 5, 15, 22])).toEqual([1, 2, 4, 6]);
    expect(await linesAt(new Blob(["a\rb\rc"]), [2, 4])).toEqual([2, 3]);
  });

  it("numbers records over quoted line feeds, blank lines and refused ones", async () => {
    const options = { skipLines: 1, refused: new Set([22]) };
    expect(await locateRecords(file, [0, 1, 2, 3], options)).toEqual([
      { line: 2, raw: '1;"x\r\ny"' },
      { line: 4, raw: "2;z" },
      { line: 7, raw: "3;é" },
      { line: 8, raw: '4;"end' },
    ]);
  });
});
