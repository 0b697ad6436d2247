import { screen } from "@solidjs/testing-library";
import { afterEach, expect, it, vi } from "vitest";
import { BigNumber } from "#web/features/analytics/query/big-number.tsx";
import { renderUi } from "#web/ui/testing.tsx";
import { Figure } from "./figure.tsx";

const table = {
  columns: [
    { name: "dû", kind: "number" as const },
    { name: "avant", kind: "number" as const },
  ],
  rows: [[34.3, 10]],
};
const spec = { type: "number", value: "dû", before: "avant" } as const;

afterEach(() => vi.useRealTimers());

it.each([
  ["higher", "text-ok", "text-bad"],
  ["lower", "text-bad", "text-ok"],
] as const)("where %s is better, more is %s", (better, tone, other) => {
  renderUi(() => <Figure spec={{ ...spec, better }} result={table} />);
  renderUi(() => <BigNumber spec={{ ...spec, better }} table={table} />);
  const changes = screen.getAllByText(/243/);
  expect(changes).toHaveLength(2);
  for (const change of changes) {
    expect(change.className).toContain(tone);
    expect(change.className).not.toContain(other);
  }
});

it("a part of a month against a whole one is told as such, and neither good nor bad", () => {
  const months = {
    columns: [
      { name: "mois", kind: "date" as const },
      { name: "ca", kind: "number" as const },
    ],
    rows: [
      [Date.UTC(2026, 9, 1), 100],
      [Date.UTC(2026, 10, 1), 60],
    ],
  };
  const over = { type: "number", value: "ca", over: "mois" } as const;
  const both = () => {
    renderUi(() => <Figure spec={over} result={months} />);
    renderUi(() => <BigNumber spec={over} table={months} />);
  };
  vi.useFakeTimers({ now: new Date(2026, 10, 22, 12), toFake: ["Date"] });
  both();
  expect(screen.getAllByText("· mois en cours")).toHaveLength(2);
  for (const change of screen.getAllByText(/40/))
    expect(change.className).not.toContain("text-bad");
  // The figures of a public page are of when they were published.
  renderUi(() => <Figure spec={over} result={months} at="2026-12-05T08:00:00.000Z" />);
  expect(screen.getAllByText("· mois en cours")).toHaveLength(2);
  expect(screen.getAllByText(/40/).at(-1)?.className).toContain("text-bad");
});
