import { expect, it } from "vitest";
import { csvCell, csvDelimiter, csvText } from "./export.ts";

it("makes formulas harmless and leaves numbers alone", () => {
  expect(csvCell("=1+1", ",")).toBe("'=1+1");
  expect(csvCell("@SUM(A1)", ",")).toBe("'@SUM(A1)");
  expect(csvCell("-cmd|' /C calc'!A0", ",")).toBe("'-cmd|' /C calc'!A0");
  expect(csvCell("\t=1", ",")).toBe("'\t=1");
  expect(csvCell("-640,25", ";")).toBe("-640,25");
  expect(csvCell(-640.25, ";")).toBe("-640,25");
  expect(csvCell(-640.25, ",")).toBe("-640.25");
});

it("quotes what needs it and ends every line", () => {
  expect(
    csvText(
      [
        ["a", 'b"c', null],
        [true, "x;y", "1\n2"],
      ],
      ";",
    ),
  ).toBe('a;"b""c";\r\ntrue;"x;y";"1\n2"\r\n');
});

it("writes numbers as the spreadsheets of the language read them, without the noise of doubles", () => {
  const row = ["Contrôle", 50, 2481243.119999999, 0.1 + 0.2];
  expect(csvText([row], csvDelimiter("fr"))).toBe("Contrôle;50;2481243,12;0,3\r\n");
  expect(csvText([row], csvDelimiter("en"))).toBe("Contrôle,50,2481243.12,0.3\r\n");
  expect(csvCell(9007199254740991, ";")).toBe("9007199254740991");
  expect(csvCell(1.5e-7, ";")).toBe("1,5e-7");
});
