import { fireEvent, screen, within } from "@solidjs/testing-library";
import { afterEach, expect, it, vi } from "vitest";
import { onPhone, renderUi } from "#web/ui/testing.tsx";
import { ResultRows } from "./result-rows.tsx";

afterEach(() => vi.unstubAllGlobals());

const columns = [
  { name: "client", kind: "text" as const },
  { name: "le", kind: "date" as const },
  { name: "montant", kind: "number" as const },
  { name: "note", kind: "text" as const },
];
const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => [`C${at}`, Date.UTC(2026, 0, 1), at + 0.5, null]);
const show = (count: number, total: number, onEnd = vi.fn()) => {
  const result = { columns, rows: rowsOf(count) };
  renderUi(() => <ResultRows label="Lignes" result={result} total={total} onEnd={onEnd} />);
  return onEnd;
};
const cards = () => within(screen.getByRole("list", { name: "Lignes" })).getAllByRole("listitem");

it("shows each row of a wide result as a card on a phone, every column with its name", () => {
  onPhone();
  show(3, 3);
  expect(cards()).toHaveLength(3);
  const [, second] = cards();
  expect(second?.textContent).toMatch(/^clientC1/);
  const terms = within(second!).getAllByRole("term");
  expect(terms.map(({ textContent }) => textContent)).toEqual(["le", "montant", "note"]);
  const [day, figure] = within(second!).getAllByRole("definition");
  expect(day?.textContent).toBe("01/01/2026");
  expect(figure?.textContent).toBe("1,5");
  expect(screen.queryByRole("button", { name: /Afficher/ })).toBeNull();
  fireEvent.click(screen.getByRole("radio", { name: "Tableau" }));
  expect(screen.getByRole("grid")).toBeTruthy();
  expect(screen.queryByRole("list", { name: "Lignes" })).toBeNull();
});

it("draws fifty at a time, and asks for rows that are not at hand", () => {
  onPhone();
  const onEnd = show(60, 75);
  expect(cards()).toHaveLength(50);
  fireEvent.click(screen.getByRole("button", { name: "Afficher 25 lignes de plus" }));
  expect(cards()).toHaveLength(60);
  expect(onEnd).toHaveBeenCalledTimes(1);
});

it("is the grid where there is room", () => {
  show(3, 3);
  expect(screen.getByRole("grid")).toBeTruthy();
  expect(screen.queryByRole("radio")).toBeNull();
});
