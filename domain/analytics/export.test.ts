import { expect, it } from "vitest";
import { csvCell, csvText } from "./export.ts";

it("makes formulas harmless and leaves numbers alone", () => {
  expect(csvCell("=1+1", ",")).toBe("'=1+1");
  expect(csvCell("@SUM(A1)", ",")).toBe("'@SUM(A1)");
  expect(csvCell("-cmd|' /C calc'!A0", ",")).toBe("'-cmd|' /C calc'!A0");
  expect(csvCell("\t=1", ",")).toBe("'\t=1");
  expect(csvCell("-640,25", ";")).toBe("-640,25");
  expect(csvCell(-640.25, ";")).toBe("-640.25");
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
