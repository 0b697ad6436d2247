import { screen, within } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import { renderUi } from "#web/ui/testing.tsx";
import { PaperTable } from "./paper-table.tsx";
import type { ShownTable } from "./tables.ts";

const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => [`Client ${at}`, at + 0.5] as const);
const shown = (count: number, spec: ShownTable["spec"] = null): ShownTable => ({
  title: "Clients",
  result: {
    columns: [
      { name: "client", kind: "text" },
      { name: "montant", kind: "number" },
    ],
    rows: rows(count).map((row) => [...row]),
  },
  spec,
  order: undefined,
});
const lines = () => within(screen.getByRole("table")).getAllByRole("row");

it("paper has all rows of a table and its sums, and says nothing of a rest that is not there", () => {
  renderUi(() => <PaperTable shown={shown(40, { type: "table", totals: true })} more={false} />);
  expect(lines()).toHaveLength(42);
  expect(lines().at(-1)?.textContent).toMatch(/^Total800[,.]0/);
  expect(screen.queryByText(/autres? lignes?/)).toBeNull();
});

it("of a table of more rows than paper takes it says how many are missing", () => {
  renderUi(() => <PaperTable shown={shown(260)} more={false} />);
  expect(lines()).toHaveLength(201);
  screen.getByText("… et 60 autres lignes");
});

it("where more rows exist than were read, it says that these are not all", () => {
  renderUi(() => <PaperTable shown={shown(260)} more />);
  expect(screen.getByText(/60\+ autres/).textContent).toBe("… et 60+ autres lignes");
});

it("a crossed table has its totals", () => {
  const cross = { type: "pivot", rows: ["client"], columns: [], value: "montant", totals: true };
  renderUi(() => <PaperTable shown={shown(3, cross as ShownTable["spec"])} more={false} />);
  expect(lines()).toHaveLength(5);
  expect(lines().at(-1)?.textContent).toContain("4,5");
});
