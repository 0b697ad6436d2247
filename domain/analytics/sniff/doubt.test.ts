import { describe, expect, it } from "vitest";
import { doubted, type Outcome } from "./doubt.ts";
import { sniff } from "./sniff.ts";

const evidenceOf = (text: string) =>
  sniff(
    {
      head: text,
      more: [],
      tail: text,
      encoding: "utf-8",
      encodingEvidence: { code: "encoding.ascii", sure: true },
    },
    {},
    (position) => `c${position}`,
  ).evidence;
const EVEN = evidenceOf("date;montant\n13/01/2026;1,5\n14/01/2026;2,5\n");
const came = (part: Partial<Outcome>): Outcome => ({
  lines: 1_000,
  columns: 2,
  uncut: 0,
  numbers: 0,
  dates: 0,
  ...part,
});

describe("how sure a decision is, once the file was read", () => {
  it("stays where all lines read, or all but a few of many", () => {
    expect(doubted(EVEN, came({}))).toEqual(EVEN);
    expect(doubted(EVEN, came({ uncut: 10, numbers: 10, dates: 10 }))).toEqual(EVEN);
  });
  it("drops for the separator and the head where lines do not fall into its columns", () => {
    const { delimiter, header } = doubted(EVEN, came({ lines: 4, uncut: 1 }));
    expect(delimiter).toEqual({ code: "delimiter.uncut", columns: 2, lines: 1, sure: false });
    expect(header.sure).toBe(false);
    const ragged = evidenceOf("a;b\n1;2\n3\n4\n5;6\n");
    expect(ragged.delimiter.sure).toBe(false);
    expect(doubted(ragged, came({ lines: 4, uncut: 2 })).header.sure).toBe(false);
  });
  it("drops for numbers and dates where cells are none", () => {
    const { numbers, dates, delimiter } = doubted(EVEN, came({ numbers: 11, dates: 20 }));
    expect(numbers).toEqual({ code: "numbers.unread", lines: 11, sure: false });
    expect(dates).toEqual({ code: "dates.unread", lines: 20, sure: false });
    expect(delimiter.sure).toBe(true);
  });
});

describe("a head of two lines", () => {
  it("is to be checked: its second line stands among the rows", () => {
    const rows = "Lyon;1,5;2,5\nNice;3,5;4,5\nMetz;5,5;6,5\n";
    expect(evidenceOf(`agence;trimestre;\n;janv.;févr.\n${rows}`).header).toEqual({
      code: "header.double",
      sure: false,
    });
    expect(evidenceOf(`agence;janv.;févr.\n${rows}`).header).toEqual({
      code: "header.types",
      sure: true,
    });
  });
});

describe("samples that contradict each other", () => {
  it("make the decimal sign one to check, with what contradicts it", () => {
    expect(evidenceOf("a;b\nx;1,5\ny;2,5\nz;3.25\n").numbers).toEqual({
      code: "numbers.mixed",
      sample: "3.25",
      sure: false,
    });
  });
  it("do so where numbers or dates stand among texts, whose column is text then", () => {
    const { numbers, dates } = evidenceOf(
      "a;b\n12,5;13/01/2026\nvoir devis;15/01/2026\nà revoir;plus tard\n14,25;sans date\n",
    );
    expect(numbers).toEqual({ code: "numbers.among", sample: "12,5", sure: false });
    expect(dates).toEqual({ code: "dates.among", sample: "13/01/2026", sure: false });
  });
  it("leave a text with one number in it alone", () => {
    const { numbers } = evidenceOf("a;b\nrue 1;x\nrue 2;y\nrue 3;z\n12,5;w\n");
    expect(numbers).toEqual({ code: "numbers.none", sure: true });
  });
});
