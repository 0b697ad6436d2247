import { describe, expect, test } from "vitest";
import { figure, kilobytes, ratio, render } from "./table.ts";

describe("figures", () => {
  test.each([
    [0, "0"],
    [0.834, "0.83"],
    [4.2345, "4.2"],
    [36.6, "37"],
    [1240.2, "1240"],
    [-3.26, "-3.3"],
    [Number.NaN, "–"],
    [Number.POSITIVE_INFINITY, "–"],
  ])("%d reads %s", (value, read) => expect(figure(value)).toBe(read));

  test("a ratio says how many times ours is of theirs", () => {
    expect(ratio(50, 100)).toBe("0.50×");
    expect(ratio(300, 100)).toBe("3.00×");
    expect(ratio(1, 0)).toBe("–");
    expect(ratio(Number.NaN, 10)).toBe("–");
  });

  test("kilobytes are thousands of bytes", () => expect(kilobytes(149_500)).toBe("150 kB"));
});

describe("a table", () => {
  test("is Markdown whose columns line up", () => {
    const lines = render({
      title: "List",
      columns: ["who", "requests/s"],
      rows: [
        ["Aetheria", 512.4],
        ["Fastify + PostgreSQL", "2100"],
      ],
      notes: ["one core each"],
    }).split("\n");
    expect(lines[0]).toBe("### List");
    expect(lines[2]).toBe("| who                  | requests/s |");
    expect(lines[3]).toBe("|----------------------|-----------:|");
    expect(lines[4]).toBe("| Aetheria             |        512 |");
    expect(lines).toContain("- one core each");
    expect(new Set(lines.slice(2, 6).map((line) => line.length)).size).toBe(1);
  });

  test("fills missing cells", () => {
    expect(render({ title: "t", columns: ["a", "b"], rows: [["x"]] })).toContain("| x   |     |");
  });
});
