import { screen } from "@solidjs/testing-library";
import { expect, it } from "vitest";
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
