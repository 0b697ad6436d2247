import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import type { Engine } from "./engine.ts";
import { firstRows } from "./first-rows.ts";
import { importRepaired } from "./import-repaired.ts";
import { openFile, sniffFile } from "./open-file.ts";
import { runRead } from "./read.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
}, 30_000);
afterAll(() => engine.terminate());

const ROWS = 220_000;
const lines = (end: string): string =>
  [
    "Agence;Montant HT;Date;Remarque",
    ...Array.from(
      { length: ROWS },
      (_, at) => `Évry-${at % 7};${at},5${at % 10} €;${10 + (at % 18)}/03/2026;n° ${at}`,
    ),
    "",
  ].join(end);

/** Latin letters and the euro sign, a byte each. */
const windows1252 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (letter) => (letter === "€" ? 0x80 : letter.charCodeAt(0)));
const utf16 = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (letter) => letter.charCodeAt(0)).buffer);

const never = new AbortController().signal;

async function sniffed(content: string | Uint8Array<ArrayBuffer>) {
  const opened = await openFile(new Blob([content]));
  const { reading } = await sniffFile(opened, {}, (position) => `colonne_${position}`);
  return { text: opened.text, reading };
}

describe("the first rows of a large file", () => {
  it.each([
    ["UTF-8", lines("\n")],
    ["UTF-8 with a mark and CRLF", `\uFEFF${lines("\r\n")}`],
    ["windows-1252", windows1252(lines("\n"))],
    ["UTF-16", utf16(lines("\n"))],
  ])("are those of the whole file: %s", async (_, content) => {
    const { text, reading } = await sniffed(content);
    const before = await engine.run("SHOW TABLES");
    const early = await firstRows(engine, text, reading, 100, never);
    expect(await engine.run("SHOW TABLES")).toEqual(before);
    const whole = await importRepaired(engine, text, reading, { table: "entier" });
    expect(whole.rows).toBe(ROWS);
    const { rows, columns } = await runRead(engine, "FROM entier", { limit: 100 });
    expect(early?.rows).toEqual(rows);
    expect(early?.columns).toEqual(columns);
    await engine.run("DROP TABLE entier");
  });

  it("are not looked for in a small one, nor told where the head can't be read by itself", async () => {
    const small = await sniffed("a;b\n1;2\n");
    expect(await firstRows(engine, small.text, small.reading, 100, never)).toBeUndefined();
    const long = await sniffed(lines("\n"));
    const oneLine = new Blob(["x".repeat(9 * 1024 * 1024)]);
    expect(await firstRows(engine, oneLine, long.reading, 100, never)).toBeUndefined();
  });

  it("stop when the reading is stopped", async () => {
    const { text, reading } = await sniffed(lines("\n"));
    const stopped = AbortSignal.abort();
    await expect(firstRows(engine, text, reading, 100, stopped)).rejects.toThrow("abort");
  });
});
